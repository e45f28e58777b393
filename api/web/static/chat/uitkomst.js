// The verdict card: a colour, a sign and words say the same thing.

import { el, teken } from "./elementen.js";
import { citaat } from "./citaat.js";
import { toelichting } from "./toelichting.js";

const KLEUREN = {
  goed: ["toegestaan", "toegestaan_onder_voorwaarden", "behouden", "beschikbaar", "binnen_otb"],
  letop: [
    ...["voorwaarde_niet_vervuld", "vergunning_binnenplans", "vergunning_buitenplans", "terughoudend"],
    ...["impact_verkleinen", "maatwerk", "verwijzing_regio"],
  ],
  nee: ["niet_toegestaan", "niet_beschikbaar"],
  vraag: ["onvolledig", "onbekend_terrein"],
};

/** The colour of a verdict, which is also the name of its sign. */
function kleurVan(oordeel) {
  return Object.keys(KLEUREN).find((kleur) => KLEUREN[kleur].includes(oordeel)) ?? "info";
}

/** A verdict in the words of the reader. */
export function woordenVan(oordeel, t) {
  return t.oordelen[oordeel] ?? oordeel.replaceAll("_", " ");
}

function regel(een, omgeving) {
  const kop = el("p.regelkop", {}, teken(kleurVan(een.oordeel)), el("strong", {}, woordenVan(een.oordeel, omgeving.t)));
  return el(`li.${kleurVan(een.oordeel)}`, {}, kop, el("p", { lang: "nl" }, een.uitleg), citaat(een.bron, omgeving));
}

/** An Uitkomst of the interface. */
export function uitkomstkaart(uitkomst, omgeving) {
  const { t } = omgeving;
  const kleur = kleurVan(uitkomst.oordeel);
  const { regels, aannames } = uitkomst;
  const regellijst = el("details", {}, el("summary", {}, t.regels.replace("{aantal}", regels.length)), el("ul.regels", {}, regels.map((een) => regel(een, omgeving))));
  return el(
    `div.oordeelkaart.${kleur}`,
    {},
    el("p.oordeel", {}, teken(kleur), el("span", {}, woordenVan(uitkomst.oordeel, t))),
    el(
      "div.inhoud",
      {},
      regels.length > 0 && regellijst,
      aannames.length > 0 && [el("p.kopje", {}, t.aannames), el("ul.punten", { lang: "nl" }, aannames.map((tekst) => el("li", {}, tekst)))],
      toelichting(uitkomst, omgeving),
      el("p.disclaimer", { lang: "nl" }, uitkomst.disclaimer),
    ),
  );
}
