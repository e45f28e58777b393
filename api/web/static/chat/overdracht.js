// The hand-over to a person. This is the one place where it begins: under an answer of the kind `doorverwijzing`.

import { el, teken } from "./elementen.js";

/** Where to find a person: the desk's own contact details, as far as they are set. */
export function contact({ t, loket }) {
  const { naam, url, telefoon } = loket;
  if (!url && !telefoon) return null;
  return el(
    "p.contact",
    {},
    `${t.contact.replace("{naam}", naam)} `,
    url && el("a", { href: url }, url),
    url && telefoon && " · ",
    telefoon && el("a", { href: `tel:${telefoon.replaceAll(" ", "")}` }, telefoon),
  );
}

export function overdracht(omgeving) {
  const details = contact(omgeving);
  return details && el("div.overdracht", {}, teken("mens"), details);
}
