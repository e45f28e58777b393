// A citation: the very words of the policy, and the way to where they stand.

import { el, teken, verborgen } from "./elementen.js";

/** A Bron of the interface. It opens beside the conversation, which goes on. */
export function citaat(bron, { t, dienst }) {
  const plaats = `${bron.titel}, ${bron.sectie}`;
  const link = el("a", { href: dienst.adres(bron.url), target: "_blank", rel: "noopener" }, el("span", { lang: "nl" }, plaats), verborgen(` ${t.nieuwTabblad}`));
  return el("figure.citaat", {}, el("blockquote", { lang: "nl" }, bron.citaat), el("figcaption", {}, teken("bron"), link));
}

/** The citations of an answer: the first one, and the others for who asks. */
export function bronnenlijst(bronnen, omgeving) {
  const { t } = omgeving;
  const [eerste, ...rest] = bronnen.map((bron) => citaat(bron, omgeving));
  const titel = rest.length === 1 ? t.eenBronMeer : t.meerBronnen.replace("{aantal}", rest.length);
  return el("div.bronnen", {}, el("p.kopje", {}, t.bronnen), eerste, rest.length > 0 && el("details", {}, el("summary", {}, titel), rest));
}
