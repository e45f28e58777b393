const velden = {
  gemeente: "enschede",
  woningOppervlakteM2: 120,
  bedrijfOppervlakteM2: 30,
  activiteit: "kapper",
  bewoner: true,
};
const reactie = await fetch("BASIS/v1/checks/werken-aan-huis", {
  method: "POST",
  headers: { "Content-Type": "application/json" },
  body: JSON.stringify(velden),
});
const uitkomst = await reactie.json();
console.log(uitkomst.oordeel);
for (const regel of uitkomst.regels) console.log("-", regel.uitleg);
