// Under a verdict: why it is so and what would change it, and the same as a PDF to keep.

import { bewaarBestand, el, knop } from "./elementen.js";
import { citaat } from "./citaat.js";

function deel(titel, punten, anders) {
  if (!punten.length && !anders) return [];
  const inhoud = punten.length ? el("ul.punten", {}, punten.map((punt) => el("li", {}, punt))) : el("p", {}, anders);
  return [el("p.kopje", {}, titel), el("div", { lang: "nl" }, inhoud)];
}

async function waarom(uitkomst, omgeving) {
  const { t, dienst } = omgeving;
  const uitleg = await dienst.toelichting(uitkomst);
  return [
    el("p.kopje", {}, t.waarom),
    el("p.tekst", { lang: "nl" }, uitleg.waarom.tekst),
    ...deel(t.watAls, uitleg.watAls.map((een) => [een.tekst]), uitleg.watAlsZin),
    ...deel(t.vervolg, uitleg.vervolg.map((stap) => [stap.tekst, citaat(stap.bron, omgeving)]), uitleg.vervolgZin),
  ];
}

async function pdf(uitkomst, { t, dienst }) {
  const { naam, blob } = await dienst.pdf(uitkomst);
  bewaarBestand(naam, blob);
  return [el("p", {}, t.pdfKlaar)];
}

/** The two buttons and the place where what they bring is shown. */
export function toelichting(uitkomst, omgeving) {
  const { t, meld } = omgeving;
  const plek = el("div.toelichting", {});
  const doe = (wat) => async () => {
    const inhoud = await wat(uitkomst, omgeving).catch(() => [el("p", {}, t.ditLuktNiet)]);
    plek.replaceChildren(...inhoud);
    plek.scrollIntoView({ block: "nearest" });
    meld(plek.innerText);
  };
  return [el("div.knoppen", {}, knop("knop", t.waarom, doe(waarom)), knop("knop", t.pdf, doe(pdf))), plek];
}
