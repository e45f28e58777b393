// The conversation as a text to keep.

import { woordenVan } from "./uitkomst.js";

function bronregel(bron, dienst) {
  return `  "${bron.citaat}"\n  (${bron.titel}, ${bron.sectie}: ${dienst.adres(bron.url)})`;
}

function antwoordtekst(antwoord, { t, dienst }) {
  const { uitkomst } = antwoord;
  return [
    `${t.assistent}: ${uitkomst ? `${woordenVan(uitkomst.oordeel, t)}. ` : ""}${antwoord.tekst}`,
    ...antwoord.bronnen.map((bron) => bronregel(bron, dienst)),
    ...(uitkomst?.regels ?? []).flatMap((regel) => [`- ${woordenVan(regel.oordeel, t)}: ${regel.uitleg}`, bronregel(regel.bron, dienst)]),
    ...(uitkomst ? [uitkomst.disclaimer] : []),
  ].join("\n");
}

/** Everything that was said, with the sentences of the policy and where they stand. `beurten`: as in gesprek.js. */
export function afschrift(beurten, omgeving) {
  const { t, taal } = omgeving;
  const datum = new Intl.DateTimeFormat(taal, { dateStyle: "long" }).format(new Date());
  const delen = beurten.flatMap((beurt) =>
    beurt.vraag === undefined ? beurt.reactie.antwoorden.map((antwoord) => antwoordtekst(antwoord, omgeving)) : [`${t.u}: ${beurt.vraag}`],
  );
  return [`${t.titel}, ${datum}`, ...delen].join("\n\n") + "\n";
}
