// The smallest parts of which the chat page is made. Text goes in as text, never as HTML.

export function element(naam, klasse, ...inhoud) {
  const knoop = document.createElement(naam);
  if (klasse) knoop.className = klasse;
  knoop.append(...inhoud);
  return knoop;
}

/** A sentence of the policy, with a link to where it stands. */
export function citaat(bron) {
  const link = element("a", "bronlink", `${bron.titel}, ${bron.sectie}`);
  link.href = bron.url;
  return element("figure", "citaat", element("blockquote", "", bron.citaat), element("figcaption", "", link));
}
