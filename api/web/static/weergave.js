// Turns the JSON of the interface into elements. Text goes in as text, never as HTML.

import { citaat, element } from "./elementen.js";
import { toelichting } from "./toelichting.js";

const OORDELEN = {
  toegestaan: ["goed", "✓", "Dit mag"],
  toegestaan_onder_voorwaarden: ["goed", "✓", "Dit mag, als u aan de voorwaarden voldoet"],
  voorwaarde_niet_vervuld: ["letop", "!", "U voldoet nog niet aan deze voorwaarde"],
  vergunning_binnenplans: ["letop", "!", "U heeft een binnenplanse vergunning nodig"],
  vergunning_buitenplans: ["letop", "!", "U heeft een buitenplanse vergunning nodig"],
  terughoudend: ["letop", "!", "De gemeente is hier terughoudend"],
  niet_toegestaan: ["nee", "✕", "Dit mag niet"],
  behouden: ["goed", "✓", "Deze plek blijft behouden"],
  impact_verkleinen: ["letop", "!", "De gemeente wil de impact van deze plek verkleinen"],
  niet_in_tabel: ["", "i", "Dit adres staat niet in de tabel"],
  maatwerk: ["letop", "!", "Dit is maatwerk"],
  beschikbaar: ["goed", "✓", "Er zijn kavels beschikbaar"],
  niet_beschikbaar: ["nee", "✕", "Zo'n kavel is niet beschikbaar"],
  verwijzing_regio: ["letop", "!", "Kijk in de regio"],
  binnen_otb: ["goed", "✓", "Dit terrein valt onder het programma"],
  buiten_otb: ["", "i", "Dit terrein valt niet onder het programma"],
  onbekend_terrein: ["", "?", "Dit terrein ken ik niet"],
  niet_van_toepassing: ["", "i", "Deze check geldt hier niet"],
  onvolledig: ["", "?", "Er ontbreken nog gegevens"],
};

function teken(symbool) {
  const knoop = element("span", "teken", symbool);
  knoop.setAttribute("aria-hidden", "true");
  return knoop;
}

function oordeelVan(code) {
  return OORDELEN[code] ?? ["", "i", code.replaceAll("_", " ")];
}

function bronnenlijst(bronnen) {
  const kop = element("p", "kopje", bronnen.length === 1 ? "Dit staat in het beleid:" : "Dit staat in het beleid, op deze plekken:");
  return element("div", "bronnen", kop, ...bronnen.map(citaat));
}

function regel(een) {
  const [, symbool, woorden] = oordeelVan(een.oordeel);
  return element("li", "", element("strong", "", teken(symbool), `${woorden}: `), een.uitleg, citaat(een.bron));
}

function uitkomstkaart(uitkomst) {
  const [kleur, symbool, woorden] = oordeelVan(uitkomst.oordeel);
  const inhoud = element("div", "inhoud");
  if (uitkomst.regels.length) {
    const lijst = element("ul", "", ...uitkomst.regels.map(regel));
    inhoud.append(element("details", "", element("summary", "", `Bekijk de regels (${uitkomst.regels.length})`), lijst));
  }
  if (uitkomst.aannames.length) {
    inhoud.append(element("p", "kopje", "Hier ga ik van uit"), element("ul", "aannames", ...uitkomst.aannames.map((tekst) => element("li", "", tekst))));
  }
  inhoud.append(element("p", "disclaimer", uitkomst.disclaimer), ...toelichting(uitkomst));
  const oordeel = element("p", "oordeel", teken(symbool), woorden);
  return element("div", `oordeelkaart ${kleur}`, oordeel, inhoud);
}

/** A row of buttons; `bijKlik(bericht)` is called with what the pressed one says. */
export function knoppenrij(knoppen, bijKlik) {
  const rij = element("div", "knoppen");
  for (const { titel, bericht } of knoppen) {
    const knop = element("button", "", titel);
    knop.type = "button";
    knop.addEventListener("click", () => bijKlik(bericht));
    rij.append(knop);
  }
  return rij;
}

/** What the user said. */
export function vraagElement(tekst) {
  return element("article", "bericht u", element("p", "wie", "U"), element("p", "tekst", tekst));
}

/** One Antwoord of the interface. */
export function antwoordElement(antwoord, bijKlik) {
  const kaart = element("article", `bericht assistent ${antwoord.soort}`, element("p", "wie", "Assistent"));
  kaart.append(...antwoord.tekst.split("\n\n").map((alinea) => element("p", "tekst", alinea)));
  if (antwoord.uitkomst) kaart.append(uitkomstkaart(antwoord.uitkomst));
  if (antwoord.bronnen.length) kaart.append(bronnenlijst(antwoord.bronnen));
  if (antwoord.knoppen.length) kaart.append(knoppenrij(antwoord.knoppen, bijKlik));
  return kaart;
}

/** A message that did not come through, with a button to send it again. */
export function foutElement(tekst, opnieuw) {
  const kaart = element("article", "bericht assistent fout", element("p", "wie", "Let op"), element("p", "", tekst));
  if (opnieuw) kaart.append(knoppenrij([{ titel: "Probeer opnieuw", bericht: "" }], opnieuw));
  return kaart;
}
