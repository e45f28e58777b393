// What one seldom needs, behind "Meer": the municipality, a new conversation, the transcript, deleting, a person.

import { bewaarBestand, el, knop } from "./elementen.js";

/** Capitals as in a name: "enschede" is "Enschede". */
export const naamVan = (gemeente) => gemeente.charAt(0).toUpperCase() + gemeente.slice(1);

/** The choice of a municipality; `vul(gemeenten)` gives it what there is to choose. */
export function gemeentekeuze({ t, gesprek }) {
  const keuze = el("select", { id: "gemeente", onchange: () => gesprek.zet({ gemeente: keuze.value }) });
  const vul = (gemeenten) => {
    keuze.replaceChildren(el("option", { value: "" }, t.alleGemeenten), ...gemeenten.map((naam) => el("option", { value: naam }, naamVan(naam))));
    keuze.value = gesprek.staat.gemeente;
  };
  vul([gesprek.staat.gemeente].filter(Boolean));
  return { rij: el("div.gemeente", {}, el("label", { for: "gemeente" }, t.gemeente), keuze), vul };
}

/** `{schakelaar, menu, sluit}`: the button that opens it, what it opens, and how to close it. */
export function menu(omgeving, vooraan) {
  const { t, taal, dienst, gesprek, zeg, meld } = omgeving;
  const schakelaar = knop("stil", t.meer, () => toon(lijst.hidden), { "aria-expanded": "false", "aria-controls": "menu" });
  const weetU = el("div.weet-u", { hidden: true, role: "group", "aria-labelledby": "weet-u" });
  const lijst = el("div.menu", { id: "menu", hidden: true });

  function toon(aan) {
    lijst.hidden = !aan;
    weetU.hidden = true;
    schakelaar.setAttribute("aria-expanded", String(aan));
  }
  function sluit() {
    if (lijst.hidden) return false;
    toon(false);
    schakelaar.focus();
    return true;
  }
  const kies = (doe) => async () => {
    sluit();
    try {
      await doe();
    } catch {
      meld(t.ditLuktNiet, true);
    }
  };
  const { staat } = gesprek;
  const bewaar = async () => {
    if (!staat.id) return meld(t.nogNiets, true);
    const datum = new Date().toISOString().slice(0, 10);
    bewaarBestand(`${t.bestand}-${datum}.txt`, await dienst.afschrift(staat.id));
  };
  const verwijder = async () => {
    if (staat.id) await dienst.verwijder(staat.id);
    gesprek.begin();
    meld(t.verwijderd, true);
  };
  const nee = knop("knop", t.verwijderNee, sluit);
  weetU.append(el("p", { id: "weet-u" }, t.verwijderVraag), el("div.knoppen", {}, knop("hoofd", t.verwijderJa, kies(verwijder)), nee));
  const vraagOfHetMag = () => {
    weetU.hidden = false;
    nee.focus();
  };
  lijst.append(
    ...vooraan,
    knop("regel", t.mens, kies(() => zeg("Ik wil een medewerker spreken"))),
    knop("regel", t.nieuwGesprek, kies(() => gesprek.begin())),
    knop("regel", t.bewaarGesprek, kies(bewaar)),
    knop("regel", t.verwijder, vraagOfHetMag),
    weetU,
    el("a.regel", { href: dienst.adres("/toegankelijkheid"), target: "_blank", rel: "noopener", hreflang: taal === "nl" ? null : "nl" }, t.toegankelijkheid),
  );
  return { schakelaar, lijst, sluit };
}
