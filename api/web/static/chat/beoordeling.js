// "Was dit nuttig?": a thumb, and a remark for who wants to say more.

import { el, knop, teken } from "./elementen.js";

const MAX_OPMERKING = 1000; // characters, as the interface takes them

let volgende = 0; // for the ids that tie labels to fields

function opmerkingveld(stuur, { t }) {
  const id = `opmerking-${(volgende += 1)}`;
  const veld = el("textarea", { id, rows: 2, maxlength: MAX_OPMERKING, "aria-describedby": `${id}-hulp` });
  return el(
    "form.opmerking",
    {
      onsubmit: (gebeurtenis) => {
        gebeurtenis.preventDefault();
        if (veld.value.trim()) stuur(veld.value.trim());
      },
    },
    el("label", { for: id }, t.opmerking),
    el("p.hulp", { id: `${id}-hulp` }, t.opmerkingHulp),
    veld,
    el("button.knop", { type: "submit" }, t.stuurOpmerking),
  );
}

/** The two thumbs under an answer; `duim`: the one that was given before. */
export function beoordeling({ gesprekId, nummer, duim: gegeven }, omgeving) {
  const { t, meld, dienst } = omgeving;
  const plek = el("div", {});
  const toon = (tekst, ...rest) => {
    plek.replaceChildren(el("p.dank", {}, tekst), ...rest);
    meld(tekst);
  };
  const stuur = async (duim, toelichting) => {
    try {
      await dienst.beoordeel(gesprekId, nummer, duim, toelichting);
    } catch {
      return toon(t.ditLuktNiet);
    }
    duimen.forEach((een) => een.setAttribute("aria-pressed", String(een.dataset.duim === duim)));
    if (toelichting) return toon(t.opmerkingKlaar);
    return toon(t.dank, opmerkingveld((tekst) => stuur(duim, tekst), omgeving));
  };
  const duim = (richting, tekst) =>
    knop("duim", teken(richting), () => stuur(richting), { "aria-label": tekst, title: tekst, "aria-pressed": String(richting === gegeven), "data-duim": richting });
  const duimen = [duim("omhoog", t.duimJa), duim("omlaag", t.duimNee)];
  return el("div.beoordeling", {}, el("div.duimen", { role: "group", "aria-label": t.nuttig }, el("span", {}, t.nuttig), duimen), plek);
}
