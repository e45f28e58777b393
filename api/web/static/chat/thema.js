// The looks. A look fills the design tokens of the NL Design System under their published names, so a municipality that has
// its own tokens leaves `thema` out: then the widget wears those of the page around it. The looks of Enschede and
// Hengelo are like theirs, not their house styles.

// Per look, for a light and a dark screen: the colour itself, the same under the mouse, what stands on it, a tint of it.
const MERKEN = {
  neutraal: [["#1b4f72", "#123a55", "#ffffff", "#eaf1f6"], ["#9cc7f2", "#c3defa", "#10202f", "#22344a"]],
  enschede: [["#00613a", "#00452a", "#ffffff", "#e6f3ec"], ["#7fd6a8", "#aee7c9", "#0b2417", "#1c3a2b"]],
  hengelo: [["#005b75", "#004052", "#ffffff", "#e5f2f6"], ["#86cfe3", "#b2e1ee", "#06232c", "#17363f"]],
};

// ink, grey, line, edge of a control, paper, surface; then strong and soft of: good, note, no, info; focus
const NAMEN = ["inkt", "grijs", "lijn", "rand", "papier", "vlak", "goed", "goed-vlak", "letop", "letop-vlak", "nee", "nee-vlak", "info", "info-vlak", "focus"];
const LICHT = ["#1d2530", "#4d5866", "#cfd6dd", "#6b7785", "#ffffff", "#f4f6f8", "#1b6136", "#e5f3e9", "#7d4400", "#fdf1df", "#9d1c1c", "#fbeaea", "#1f4e79", "#e9f1f8", "#111827"];
const DONKER = ["#eef1f4", "#b8c2cc", "#46515d", "#8b97a4", "#1b2128", "#12171c", "#8fdca8", "#173424", "#f7c67d", "#3a2a10", "#ffb0a8", "#43191a", "#a9cdf2", "#1b2f44", "#ffe98a"];
const CONTRAST = ["#000000", "#000000", "#000000", "#000000", "#ffffff", "#ffffff", "#003d17", "#ffffff", "#4d2900", "#ffffff", "#6e0000", "#ffffff", "#00264d", "#ffffff", "#000000"];
const MERK_CONTRAST = ["#000000", "#333333", "#ffffff", "#ffffff"];

const kleuren = (waarden) => NAMEN.map((naam, plaats) => `--_${naam}:${waarden[plaats]};`).join("");
const merk = ([kleur, donkerder, erop, tint]) => `--_merk:${kleur};--_merk-sterk:${donkerder};--_op-merk:${erop};--_tint:${tint};`;

// Which token has which colour; what is not here (sizes, letters) keeps the default of stijl.js.
const TOKENS = {
  "document-color": "inkt",
  "document-background-color": "papier",
  "surface-background-color": "vlak",
  "page-header-background-color": "merk",
  "page-header-color": "op-merk",
  "heading-2-color": "merk",
  "paragraph-small-color": "grijs",
  "link-color": "merk",
  "link-hover-color": "merk-sterk",
  "separator-color": "lijn",
  "blockquote-border-color": "merk",
  "focus-outline-color": "focus",
  "focus-inverse-outline-color": "papier",
  "form-control-background-color": "papier",
  "form-control-border-color": "rand",
  "form-control-color": "inkt",
  "form-label-color": "inkt",
  "form-field-description-color": "grijs",
  "button-primary-action-background-color": "merk",
  "button-primary-action-border-color": "merk",
  "button-primary-action-color": "op-merk",
  "button-primary-action-hover-background-color": "merk-sterk",
  "button-primary-action-hover-color": "op-merk",
  "button-secondary-action-background-color": "papier",
  "button-secondary-action-border-color": "merk",
  "button-secondary-action-color": "merk",
  "button-secondary-action-hover-background-color": "tint",
  "button-secondary-action-hover-color": "merk-sterk",
  "button-subtle-color": "merk",
  "button-subtle-hover-background-color": "tint",
  "button-subtle-hover-color": "merk-sterk",
  ...Object.fromEntries(
    [["ok", "goed"], ["warning", "letop"], ["error", "nee"], ["info", "info"]].flatMap(([alert, naam]) => [
      [`alert-${alert}-background-color`, `${naam}-vlak`],
      [`alert-${alert}-border-color`, naam],
      [`alert-${alert}-color`, naam],
    ]),
  ),
};

const tokens = Object.entries(TOKENS).map(([token, naam]) => `--utrecht-${token}:var(--_${naam});`).join("");
const perMerk = (plaats, anders = "") => Object.entries(MERKEN).map(([naam, kanten]) => `:host([thema~="${naam}"]${anders}){${merk(kanten[plaats])}}`).join("");
const donker = (anders) => `:host([thema]${anders}){color-scheme:dark;${kleuren(DONKER)}${merk(MERKEN.neutraal[1])}}${perMerk(1, anders)}`;
const contrast = (anders) => `:host([thema]${anders}){color-scheme:light;--_dik:2px;--_kader:#000;${kleuren(CONTRAST)}${merk(MERK_CONTRAST)}}`;
const ZELF = ':not([thema~="licht"],[thema~="donker"],[thema~="contrast"])'; // nothing chosen: as the reader has set the screen

/** The colours: without `thema` those of the page around it, with neutral ones where that has none. */
export const thema =
  `:host{${kleuren(LICHT)}${merk(MERKEN.neutraal[0])}}` +
  `:host([thema]){${tokens}}` +
  perMerk(0) +
  donker('[thema~="donker"]') +
  `@media (prefers-color-scheme:dark){${donker(ZELF)}}` +
  contrast('[thema~="contrast"]') +
  `@media (prefers-contrast:more){${contrast(ZELF)}}`;
