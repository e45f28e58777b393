const kavels = { a: 3000, b: -1 };
const gevallen = Object.entries(kavels).map(([kenmerk, kavelM2]) => ({
  kenmerk,
  velden: { gemeente: "enschede", kavelM2, sector: "bakkerij" },
}));
const reactie = await fetch("BASIS/v1/checks/bedrijfskavel/batches", {
  method: "POST",
  headers: { "Content-Type": "application/json", "X-Api-Key": process.env.SLEUTEL },
  body: JSON.stringify({ gevallen }),
});
for (const { kenmerk, status, uitkomst, probleem } of (await reactie.json()).resultaten) {
  console.log(kenmerk, status === 200 ? uitkomst.oordeel : probleem.fouten);
}
