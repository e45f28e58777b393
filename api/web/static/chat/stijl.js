// The style sheet, over the design tokens of the NL Design System (`--utrecht-…`), each with a default. Put on the shadow
// root as a constructed sheet, which a strict Content-Security-Policy allows. Sizes are in em: of the text of the widget.

import { thema } from "./thema.js";

const VORM = `
:host { all: initial; display: block; --_dik: 1px; --_ruim: 0.9em; }
:host([hidden]) { display: none; }
* { box-sizing: border-box; }
.deel {
  font-family: var(--utrecht-document-font-family, system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif);
  font-size: var(--utrecht-document-font-size, max(1rem, 16px));
  line-height: var(--utrecht-document-line-height, 1.6);
  color: var(--utrecht-document-color, var(--_inkt));
  overflow-wrap: anywhere;
}
:host([weergave="pagina"]), :host([weergave="pagina"]) .deel { block-size: 100%; }
p, figure, blockquote, ul, h2 { margin: 0; padding: 0; }
[hidden] { display: none !important; }
.verborgen { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.teken { inline-size: 1.25em; block-size: 1.25em; flex: none; fill: none; stroke: currentColor; stroke-width: 2; stroke-linecap: round; stroke-linejoin: round; vertical-align: -0.25em; }

:focus { outline: none; }
:focus-visible, .venster:focus-within :focus-visible {
  outline: var(--utrecht-focus-outline-width, 3px) var(--utrecht-focus-outline-style, solid) var(--utrecht-focus-outline-color, var(--_focus));
  outline-offset: var(--utrecht-focus-outline-offset, 2px);
  box-shadow: 0 0 0 2px var(--utrecht-focus-inverse-outline-color, var(--_papier));
}
.gesprek:focus-visible { outline-offset: -3px; box-shadow: none; }
:is(textarea, select):focus-visible { outline-offset: 0; }

button, textarea, select { font: inherit; letter-spacing: inherit; word-spacing: inherit; color: inherit; margin: 0; max-inline-size: 100%; }
button, summary, .regel { cursor: var(--utrecht-action-activate-cursor, pointer); }
.hoofd, .knop, .stil, .duim, .opener {
  display: inline-flex; align-items: center; gap: var(--utrecht-button-icon-gap, 0.5em);
  min-block-size: var(--utrecht-button-min-block-size, 2.75em);
  padding-block: var(--utrecht-button-padding-block-start, 0.4em) var(--utrecht-button-padding-block-end, 0.4em);
  padding-inline: var(--utrecht-button-padding-inline-start, 1em) var(--utrecht-button-padding-inline-end, 1em);
  border: var(--utrecht-button-border-width, var(--_dik)) solid transparent;
  border-radius: var(--utrecht-button-border-radius, 4px);
  font-weight: var(--utrecht-button-font-weight, 400); text-align: start;
}
.hoofd, .opener {
  background: var(--utrecht-button-primary-action-background-color, var(--_merk));
  border-color: var(--utrecht-button-primary-action-border-color, var(--_merk));
  color: var(--utrecht-button-primary-action-color, var(--_op-merk));
  font-weight: var(--utrecht-button-primary-action-font-weight, 600);
}
:is(.hoofd, .opener):hover {
  background: var(--utrecht-button-primary-action-hover-background-color, var(--_merk-sterk));
  color: var(--utrecht-button-primary-action-hover-color, var(--_op-merk));
}
.knop {
  background: var(--utrecht-button-secondary-action-background-color, var(--_papier));
  border-color: var(--utrecht-button-secondary-action-border-color, var(--_merk));
  color: var(--utrecht-button-secondary-action-color, var(--_merk));
}
:is(.knop, .duim[aria-pressed="true"]):hover {
  background: var(--utrecht-button-secondary-action-hover-background-color, var(--_tint));
  color: var(--utrecht-button-secondary-action-hover-color, var(--_merk-sterk));
}
.stil, .duim { background: none; color: var(--utrecht-button-subtle-color, var(--_merk)); padding-inline: 0.6em; }
.stil { text-decoration: underline; text-underline-offset: 0.2em; }
:is(.stil, .duim):hover { background: var(--utrecht-button-subtle-hover-background-color, var(--_tint)); color: var(--utrecht-button-subtle-hover-color, var(--_merk-sterk)); }
.knoppen { display: flex; flex-wrap: wrap; gap: 0.6em; margin-block-start: var(--_ruim); }
[data-bezig] :is(.knoppen .knop, .hoofd) { cursor: var(--utrecht-action-busy-cursor, wait); }

a { color: var(--utrecht-link-color, var(--_merk)); text-decoration: var(--utrecht-link-text-decoration, underline); text-underline-offset: var(--utrecht-link-text-underline-offset, 0.2em); }
a:hover { color: var(--utrecht-link-hover-color, var(--_merk-sterk)); text-decoration-thickness: 2px; }
label { color: var(--utrecht-form-label-color, var(--_inkt)); font-weight: var(--utrecht-form-label-font-weight, 600); font-size: var(--utrecht-form-label-font-size, 0.95em); }
.hulp { color: var(--utrecht-form-field-description-color, var(--_grijs)); font-size: var(--utrecht-form-field-description-font-size, 0.85em); }
textarea, select {
  inline-size: 100%; min-block-size: 2.75em; padding: 0.45em 0.7em;
  background: var(--utrecht-form-control-background-color, var(--_papier));
  border: var(--utrecht-form-control-border-width, var(--_dik)) solid var(--utrecht-form-control-border-color, var(--_rand));
  border-radius: var(--utrecht-form-control-border-radius, 4px);
  color: var(--utrecht-form-control-color, var(--_inkt));
}
textarea { resize: none; field-sizing: content; max-block-size: 9em; }

.opener { position: fixed; z-index: 2147483000; inset-block-end: 1.25em; inset-inline-end: 1.25em; padding-inline: 1.1em; box-shadow: 0 2px 10px rgb(0 0 0 / 25%); }
.links .opener { inset-inline: 1.25em auto; }
.venster {
  display: flex; flex-direction: column; block-size: 100%; inline-size: 100%; min-block-size: 0; margin: 0; padding: 0; border: 0; color: inherit;
  background: var(--utrecht-document-background-color, var(--_papier));
}
dialog.venster { position: fixed; z-index: 2147483000; inset: auto 1.25em 1.25em auto; inline-size: 27em; block-size: min(44em, 100dvh - 2.5em); max-inline-size: none; max-block-size: none; border: 1px solid var(--utrecht-separator-color, var(--_lijn)); border-radius: 6px; overflow: hidden; box-shadow: 0 6px 30px rgb(0 0 0 / 22%); }
.links dialog.venster { inset-inline: 1.25em auto; }
dialog.venster:not([open]) { display: none; }

.kop { display: flex; flex-wrap: wrap; align-items: center; gap: 0 0.4em; padding: 0.4em 0.5em 0.4em 1em; border-block-end: 1px solid var(--utrecht-separator-color, var(--_lijn)); }
.kop h2 { flex: 1; display: flex; align-items: center; gap: 0.5em; font-family: var(--utrecht-heading-2-font-family, inherit); font-size: 1.1em; line-height: 1.3; font-weight: var(--utrecht-heading-2-font-weight, 700); color: var(--utrecht-heading-2-color, var(--_merk)); }
dialog .kop { background: var(--utrecht-page-header-background-color, var(--_merk)); color: var(--utrecht-page-header-color, var(--_op-merk)); }
dialog .kop :is(h2, .stil, .stil:hover) { color: inherit; }
dialog .kop .stil:hover { background: none; text-decoration-thickness: 2px; }
dialog .kop :focus-visible { outline-color: currentColor; box-shadow: none; outline-offset: -2px; }
.sluit { min-inline-size: 2.75em; justify-content: center; }
.menu { padding: 0.5em 1em 0.8em; border-block-end: 1px solid var(--utrecht-separator-color, var(--_lijn)); background: var(--utrecht-surface-background-color, var(--_vlak)); overflow: auto; flex: none; max-block-size: 60%; }
.regel { display: block; inline-size: 100%; min-block-size: 2.5em; padding: 0.4em 0.2em; background: none; border: 0; border-radius: 4px; text-align: start; text-decoration: underline; text-underline-offset: 0.2em; color: var(--utrecht-link-color, var(--_merk)); }
.regel:hover { text-decoration-thickness: 2px; color: var(--utrecht-link-hover-color, var(--_merk-sterk)); }
.weet-u { padding: 0.7em 0.9em; margin-block: 0.3em; border-inline-start: 4px solid var(--utrecht-alert-warning-border-color, var(--_letop)); background: var(--utrecht-document-background-color, var(--_papier)); }
.gemeente { display: flex; flex-wrap: wrap; align-items: center; gap: 0.3em 0.8em; }
.venster > .gemeente { padding: 0.35em 1em; border-block-end: 1px solid var(--utrecht-separator-color, var(--_lijn)); }
.gemeente select { inline-size: 12em; min-block-size: 2.2em; padding-block: 0.2em; }

.gesprek { position: relative; flex: 1; min-block-size: 0; overflow: hidden auto; overscroll-behavior: contain; display: flex; flex-direction: column; gap: 1em; padding: 1.1em 1em; background: var(--utrecht-surface-background-color, var(--_vlak)); }
.gesprek > * { flex: none; scroll-margin-block: 1em; }
.bericht { inline-size: fit-content; max-inline-size: min(100%, 44em); padding: 0.8em 1em; border: 1px solid var(--utrecht-separator-color, var(--_lijn)); border-radius: 6px; background: var(--utrecht-document-background-color, var(--_papier)); }
.bericht .tekst { white-space: pre-line; }
.bericht .tekst + .tekst { margin-block-start: 0.6em; }
.wie { font-size: 0.85em; font-weight: 600; color: var(--utrecht-paragraph-small-color, var(--_grijs)); }
.bericht.u { align-self: flex-end; margin-inline-start: 2.5em; background: var(--_tint); border-color: var(--_kader, transparent); }
.bericht.medewerker { border: 2px solid var(--utrecht-alert-ok-border-color, var(--_goed)); }
.bericht.melding, .bericht.doorverwijzing { border-inline-start: 4px solid var(--utrecht-alert-info-border-color, var(--_info)); }
.bericht.geen_antwoord { border-inline-start: 4px solid var(--_grijs); }
.bericht.mis { border-inline-start: 4px solid var(--utrecht-alert-error-border-color, var(--_nee)); }
.mis .tekst { display: flex; gap: 0.6em; }
.mis .teken { color: var(--utrecht-alert-error-color, var(--_nee)); margin-block-start: 0.15em; }
.bewaren, .overdracht { display: flex; gap: 0.6em; margin-block-start: 0.8em; padding-block-start: 0.8em; border-block-start: 1px solid var(--utrecht-separator-color, var(--_lijn)); font-size: 0.92em; color: var(--utrecht-paragraph-small-color, var(--_grijs)); }
.bewaren .teken, .overdracht .teken { margin-block-start: 0.15em; }

.kopje { font-weight: 600; font-size: 0.92em; margin-block: 0.9em 0.3em; color: var(--utrecht-paragraph-small-color, var(--_grijs)); }
.bronnen { margin-block-start: var(--_ruim); }
.citaat { margin-block: 0.3em 0.9em; font-size: 0.95em; }
.citaat blockquote { padding-inline-start: 0.9em; border-inline-start: 3px solid var(--utrecht-blockquote-border-color, var(--_merk)); }
.citaat figcaption { display: flex; gap: 0.4em; padding: 0.4em 0 0 0.9em; font-size: 0.92em; color: var(--utrecht-paragraph-small-color, var(--_grijs)); }
.citaat figcaption a { padding-block: 0.1em; }
summary { min-block-size: 2em; padding-block: 0.3em; color: var(--utrecht-link-color, var(--_merk)); border-radius: 4px; }
.punten { list-style: disc; padding-inline-start: 1.3em; }
.punten li { margin-block: 0.3em; }

.goed { --_kleur: var(--utrecht-alert-ok-color, var(--_goed)); --_soft: var(--utrecht-alert-ok-background-color, var(--_goed-vlak)); --_kant: var(--utrecht-alert-ok-border-color, var(--_goed)); }
.letop { --_kleur: var(--utrecht-alert-warning-color, var(--_letop)); --_soft: var(--utrecht-alert-warning-background-color, var(--_letop-vlak)); --_kant: var(--utrecht-alert-warning-border-color, var(--_letop)); }
.nee { --_kleur: var(--utrecht-alert-error-color, var(--_nee)); --_soft: var(--utrecht-alert-error-background-color, var(--_nee-vlak)); --_kant: var(--utrecht-alert-error-border-color, var(--_nee)); }
.info, .vraag.oordeelkaart, li.vraag { --_kleur: var(--utrecht-alert-info-color, var(--_info)); --_soft: var(--utrecht-alert-info-background-color, var(--_info-vlak)); --_kant: var(--utrecht-alert-info-border-color, var(--_info)); }
.oordeelkaart { margin-block-start: var(--_ruim); border: 2px solid var(--_kant); border-radius: 6px; overflow: hidden; }
.oordeel { display: flex; gap: 0.6em; padding: 0.6em 0.9em; background: var(--_soft); color: var(--_kleur); font-weight: 700; font-size: 1.1em; line-height: 1.35; }
.oordeelkaart .inhoud { padding: 0.5em 0.9em 0.8em; }
.regels { list-style: none; }
.regels > li { padding-block: 0.6em; border-block-start: 1px solid var(--utrecht-separator-color, var(--_lijn)); }
.regelkop { display: flex; gap: 0.5em; color: var(--_kleur); }
.disclaimer { margin-block-start: var(--_ruim); font-size: 0.88em; color: var(--utrecht-paragraph-small-color, var(--_grijs)); }

.beoordeling { margin-block-start: var(--_ruim); padding-block-start: 0.4em; border-block-start: 1px solid var(--utrecht-separator-color, var(--_lijn)); }
.duimen { display: flex; align-items: center; gap: 0.2em; font-size: 0.92em; color: var(--utrecht-paragraph-small-color, var(--_grijs)); }
.duim { min-inline-size: 2.75em; justify-content: center; }
.duim[aria-pressed="true"] { border-color: currentColor; background: var(--_tint); }
.duim[aria-pressed="true"] .teken { stroke-width: 3; }
.opmerking { display: grid; gap: 0.4em; margin-block-start: 0.5em; justify-items: start; }

.bezig { display: flex; align-items: center; gap: 0.7em; color: var(--utrecht-paragraph-small-color, var(--_grijs)); }
.stippen { display: inline-flex; gap: 0.3em; }
.stippen i { inline-size: 0.5em; block-size: 0.5em; border-radius: 50%; background: currentColor; }
.balk, .mededeling { padding: 0.7em 1em; background: var(--utrecht-alert-warning-background-color, var(--_letop-vlak)); color: var(--utrecht-alert-warning-color, var(--_letop)); border-block-start: 1px solid var(--utrecht-alert-warning-border-color, var(--_letop)); }
.balk a { color: inherit; }
.contact a[href^="tel:"] { white-space: nowrap; }
.mededeling { border-block-start: 0; border-block-end: 1px solid var(--utrecht-alert-warning-border-color, var(--_letop)); flex: none; max-block-size: 40%; overflow: auto; }
.mededeling p, .balk > p:not(.contact) { display: flex; gap: 0.6em; }
.opsteller { padding: 0.7em 1em 0.6em; border-block-start: 1px solid var(--utrecht-separator-color, var(--_lijn)); }
.invoerrij { display: flex; align-items: flex-end; gap: 0.6em; }
.invoerrij textarea { flex: 1; }
.opsteller > label { display: block; margin-block-end: 0.2em; }
.hulprij { display: flex; flex-wrap: wrap; align-items: center; gap: 0 1em; min-block-size: 2.2em; }
.hulprij .stil { min-block-size: 2em; padding: 0 0.2em; font-size: 0.9em; }
dialog .hulprij:not(:has(.stil:not([hidden]))) { min-block-size: 0.4em; }
dialog .hulprij:not(:has(.stil:not([hidden]))) .hulp { position: absolute; clip-path: inset(50%); }

@media (max-width: 40em) {
  dialog.venster, .links dialog.venster { inset: 0; inline-size: 100%; block-size: 100dvh; border: 0; border-radius: 0; }
  .links .opener { inset: auto 1.25em 5em auto; }
  .bericht.u { margin-inline-start: 1.25em; }
}
@media (hover: none) { .hulprij:not(:has(.stil:not([hidden]))) { display: none; } }
@media (max-width: 22em) { .invoerrij { flex-direction: column; align-items: stretch; } .invoerrij .hoofd { justify-content: center; } .citaat figcaption .teken { display: none; } }
@media (max-height: 30em) {
  :host([weergave="pagina"]), :host([weergave="pagina"]) .deel, section.venster { block-size: auto; }
  dialog.venster { inset: 0; inline-size: 100%; block-size: 100dvh; border: 0; overflow: auto; }
  .venster .gesprek { flex: none; overflow: visible; }
  .menu { max-block-size: none; }
}
@media (prefers-reduced-motion: no-preference) {
  .gesprek { scroll-behavior: smooth; }
  .stippen i { animation: stip 1.2s infinite; }
  .stippen i:nth-child(2) { animation-delay: 0.2s; }
  .stippen i:nth-child(3) { animation-delay: 0.4s; }
  @keyframes stip { 0%, 60%, 100% { opacity: 0.3; } 30% { opacity: 1; } }
}
@media (forced-colors: active) {
  .bericht.u, .duim, .stil { border: 1px solid; }
  .stippen i { background: CanvasText; }
  .duim[aria-pressed="true"] { outline: 2px solid Highlight; }
}
@media print { .opener, .opsteller, .knoppen, .beoordeling, .kop button, .gemeente { display: none; } .venster .gesprek { overflow: visible; } }
`;

let bladen = null;

/** The style sheets of a shadow root; all widgets of a page share them. */
export function stijlen() {
  bladen ??= [thema, VORM].map((tekst) => {
    const blad = new CSSStyleSheet();
    blad.replaceSync(tekst);
    return blad;
  });
  return bladen;
}
