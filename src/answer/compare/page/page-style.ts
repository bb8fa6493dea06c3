/** How the page of a comparison looks: two columns side by side, one below the other on a telephone, A4 on paper. Marks do not depend on colour. */
export const pageStyle = `
:root{color-scheme:light}
*{box-sizing:border-box}
body{margin:0 auto;max-width:72rem;padding:1rem;font:1.0625rem/1.55 "Times New Roman",Tinos,"DejaVu Serif",serif;color:#1a1a1a;background:#fff;overflow-wrap:anywhere}
h1{font-size:1.45rem;line-height:1.3;margin:.2rem 0 1rem}
h2{font-size:1.15rem;margin:0}
h3{font-size:1.2rem;margin:2rem 0 .5rem}
.made,.note{color:#444;font-size:.95rem}
.two{display:grid;grid-template-columns:1fr 1fr;gap:1rem}
.card{border:1px solid #999;border-radius:.4rem;padding:.7rem .9rem}
.card dl{margin:.4rem 0 0}
.card dt{font-size:.9rem;color:#444}
.card dd{margin:0 0 .35rem}
.sum{margin:1rem 0;padding:.7rem .9rem;border-left:.35rem solid #8a1c1c;background:#f7f3ee}
.sum p{margin:.2rem 0}
.part{margin:1.2rem 0;border:1px solid #bbb;border-radius:.4rem;overflow:hidden}
.head{padding:.55rem .9rem;background:#efefef;border-bottom:1px solid #bbb}
.badge{display:inline-block;border:1px solid #1a1a1a;border-radius:.3rem;padding:0 .45rem;margin-right:.4rem;font-size:.9rem;font-weight:bold;background:#fff}
.was{font-size:.95rem;color:#333}
.row{display:grid;grid-template-columns:1fr 1fr;border-top:1px dotted #bbb}
.row:first-of-type{border-top:0}
.cell{padding:.4rem .9rem}
.cell+.cell{border-left:1px solid #bbb}
.cell.none{color:#555;font-style:italic}
.side{display:none;font-size:.85rem;font-weight:bold;color:#444}
.row.same .cell{color:#555}
.place{font-size:.85rem;color:#444}
del{text-decoration:line-through;text-decoration-thickness:.09em;background:#fbe3e0;color:#7a1010}
ins{text-decoration:underline;text-decoration-thickness:.1em;text-underline-offset:.15em;background:#e2f2e3;color:#0b4d16;font-weight:bold}
.one ins{font-weight:normal}
.one .row{grid-template-columns:1fr}
.one .none{display:none}
.one .cell+.cell{border-left:0}
ul{padding-left:1.3rem}
li{margin:.15rem 0}
footer{margin-top:2rem;border-top:1px solid #999;padding-top:.6rem;color:#444;font-size:.95rem}
@media (max-width:44rem){
 .two,.row{grid-template-columns:1fr}
 .cell+.cell{border-left:0;padding-top:0}
 .side{display:block}
 .none .side,.one .side{display:none}
 .row.same .cell+.cell{display:none}
}
@media print{
 @page{size:A4;margin:18mm 15mm}
 body{font-size:11.5pt;max-width:none;padding:0}
 .part{break-inside:auto}
 .row{break-inside:avoid}
 .head{break-after:avoid}
 del,ins,.sum,.head{-webkit-print-color-adjust:exact;print-color-adjust:exact}
}
`
