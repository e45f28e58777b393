// Turns what was said into elements. `omgeving`: {t, taal, dienst, gesprek, loket, zeg, meld}, made in venster.js.

import { el, knop, teken } from "./elementen.js";
import { beoordeling } from "./beoordeling.js";
import { bronnenlijst } from "./citaat.js";
import { overdracht } from "./overdracht.js";
import { uitkomstkaart } from "./uitkomst.js";

const MET_OORDEEL_VAN_LEZER = ["antwoord", "uitkomst", "geen_antwoord"];

/** A row of buttons `{titel, bericht}`; who presses one says its `bericht`. */
export function knoppenrij(knoppen, zeg) {
  return el("div.knoppen", {}, knoppen.map(({ titel, bericht }) => knop("knop", titel, () => zeg(bericht))));
}

/** What the user said. */
export function vraagElement(tekst, { t }) {
  return el("article.bericht.u", { "aria-label": t.u }, el("p.wie", { "aria-hidden": "true" }, t.u), el("p.tekst", {}, tekst));
}

/** What an employee said, or what is told about that: `{soort: "medewerker" | "melding", tekst}`. */
export function mensElement({ soort, tekst }, { t }) {
  const wie = soort === "medewerker" ? t.medewerker : t.assistent;
  return el(`article.bericht.${soort}`, { "aria-label": wie }, el("p.wie", { "aria-hidden": "true" }, wie), el("p.tekst", { lang: "nl" }, tekst));
}

/** One Antwoord of the interface; `plek`: {gesprekId, nummer, duim}, where it stands and what its reader thought of it. */
export function antwoordElement(antwoord, plek, omgeving) {
  const { t, zeg } = omgeving;
  const alineas = antwoord.tekst.split("\n\n").map((alinea) => el("p.tekst", { lang: "nl" }, alinea));
  return el(
    `article.bericht.assistent.${antwoord.soort}`,
    { tabindex: "-1", "aria-label": t.assistent },
    el("p.wie", { "aria-hidden": "true" }, t.assistent),
    alineas,
    antwoord.uitkomst && uitkomstkaart(antwoord.uitkomst, omgeving),
    antwoord.bronnen.length > 0 && bronnenlijst(antwoord.bronnen, omgeving),
    antwoord.soort === "doorverwijzing" && overdracht(omgeving),
    antwoord.knoppen.length > 0 && knoppenrij(antwoord.knoppen, zeg),
    MET_OORDEEL_VAN_LEZER.includes(antwoord.soort) && beoordeling(plek, omgeving),
  );
}

/** The answers to choose from, where the assistant waits for one; null where somebody must type. */
export function keuzes(reactie, { t, zeg }) {
  const { verwacht, antwoorden } = reactie;
  if (!verwacht || antwoorden.at(-1)?.knoppen.length) return null;
  if (verwacht.type === "ja_nee") return knoppenrij([{ titel: t.ja, bericht: "Ja" }, { titel: t.nee, bericht: "Nee" }], zeg);
  return verwacht.keuzes.length ? knoppenrij(verwacht.keuzes.map((keuze) => ({ titel: keuze, bericht: keuze })), zeg) : null;
}

/** Something that went wrong, with a button to try again where that helps. */
export function misElement(tekst, opnieuw, { t }) {
  return el(
    "article.bericht.mis",
    { "aria-label": t.letOp },
    el("p.tekst", {}, teken("letop"), tekst),
    opnieuw && el("div.knoppen", {}, knop("knop", [teken("opnieuw"), t.opnieuw], opnieuw)),
  );
}

/** The dots that say that an answer is on its way. */
export function bezigElement({ t }) {
  return el("p.bezig", {}, el("span.stippen", { "aria-hidden": "true" }, el("i"), el("i"), el("i")), t.bezig);
}

/** A reply in one breath, for somebody who listens. */
export function voorgelezen(reactie, { t }) {
  const delen = reactie.antwoorden.map(({ tekst, uitkomst }) => (uitkomst ? `${t.oordelen[uitkomst.oordeel] ?? ""}. ${tekst}` : tekst));
  const knoppen = (reactie.antwoorden.at(-1)?.knoppen ?? []).map(({ titel }) => titel);
  const kiesbaar = knoppen.length ? knoppen : reactie.verwacht?.type === "ja_nee" ? [t.ja, t.nee] : (reactie.verwacht?.keuzes ?? []);
  const zin = t.gezegd.replace("{wie}", t.assistent).replace("{tekst}", () => delen.join(" "));
  return kiesbaar.length ? `${zin} ${t.metKnoppen.replace("{knoppen}", () => kiesbaar.join(", "))}` : zin;
}
