/** How a report looks: by day and by night, on a wide screen and on a telephone. What matters does not depend on colour. */
export const reportStyle = `
:root{color-scheme:light dark;--paper:#fff;--ink:#1c1c1c;--soft:#5a5a5a;--line:#d5d5d5;--tint:#f5f3ef;--accent:#8a1c1c;--mark:#fff0b3;--good:#14602a;--bad:#9c1c1c}
@media (prefers-color-scheme:dark){:root{--paper:#17181a;--ink:#e6e4df;--soft:#a5a29b;--line:#3a3c40;--tint:#212327;--accent:#f0a29a;--mark:#5c4a10;--good:#8fd6a0;--bad:#f2a09a}}
*{box-sizing:border-box}
body{margin:0 auto;max-width:64rem;padding:1rem;font:1rem/1.5 system-ui,"Segoe UI",Roboto,"Noto Sans",sans-serif;color:var(--ink);background:var(--paper);overflow-wrap:anywhere}
h1{font-size:1.5rem;line-height:1.25;margin:.2rem 0}
h2{font-size:1.3rem;margin:2.5rem 0 .6rem;border-top:3px solid var(--accent);padding-top:.6rem}
h3{font-size:1.1rem;margin:1.6rem 0 .4rem}
h4{font-size:1.05rem;line-height:1.35;margin:0 0 .4rem}
a{color:var(--accent)}
p{margin:.5rem 0}
.soft,caption{color:var(--soft);font-size:.9rem}
nav ul{columns:16rem;padding-left:1.1rem;margin:.5rem 0}
.wide{overflow-x:auto;margin:.8rem 0}
table{border-collapse:collapse;font-variant-numeric:tabular-nums}
caption{text-align:left;padding:.2rem 0;font-weight:600}
th,td{padding:.3rem .6rem;border-bottom:1px solid var(--line);text-align:right;vertical-align:top;white-space:nowrap}
th:first-child{text-align:left;font-weight:600;position:sticky;left:0;background:var(--paper);min-width:11rem;max-width:24rem;white-space:normal;overflow-wrap:normal}
@media (max-width:40rem){th,td{padding:.3rem .4rem}th:first-child{max-width:9rem;min-width:8rem;font-size:.85rem;overflow-wrap:break-word}}
thead th{border-bottom:2px solid var(--line);font-size:.9rem;vertical-align:bottom}
tr.sum th,tr.sum td{border-top:2px solid var(--line);font-weight:700}
td small{display:block;color:var(--soft);font-weight:400}
details{margin:.6rem 0;border:1px solid var(--line);border-radius:.5rem;background:var(--tint)}
summary{cursor:pointer;padding:.6rem .8rem;font-weight:600}
details details{margin:.4rem 0 0;background:var(--paper)}
details details summary{font-weight:400;padding:.3rem .6rem}
details>p,details>.text{margin:0;padding:.2rem .8rem .7rem}
article{background:var(--paper);border-top:1px solid var(--line);padding:.8rem;content-visibility:auto;contain-intrinsic-size:auto 24rem}
article:last-child{border-radius:0 0 .5rem .5rem}
dl{display:grid;grid-template-columns:8.5rem minmax(0,1fr);gap:.35rem .8rem;margin:0}
dt{color:var(--soft);font-size:.9rem}
dd{margin:0}
dd p{margin:0 0 .3rem}
@media (max-width:40rem){dl{grid-template-columns:minmax(0,1fr);gap:.1rem}dd{margin-bottom:.5rem}}
ol.hits,ul.hits{list-style:none;margin:0;padding:0}
.hits li{border-left:3px solid var(--line);padding:.1rem 0 .1rem .6rem;margin-bottom:.5rem}
.hits li.right{border-left-color:var(--good)}
.hits .name{display:block;font-weight:600}
.hits .name i{font-style:normal;color:var(--good)}
.place{font-size:.85rem;color:var(--soft)}
.id{font:.85rem ui-monospace,"Cascadia Mono",Menlo,Consolas,monospace;color:var(--soft)}
.tag{display:inline-block;border:1px solid var(--line);border-radius:1rem;padding:0 .5rem;margin-right:.3rem;font-size:.8rem;color:var(--soft)}
.text{white-space:pre-wrap}
mark{background:var(--mark);color:inherit;border-radius:.15rem;padding:0 .1rem}
.better{color:var(--good);font-weight:600}
.worse{color:var(--bad);font-weight:600}
.two{display:grid;grid-template-columns:1fr 1fr;gap:.8rem}
.two h5{margin:.4rem 0 .2rem;font-size:.9rem;color:var(--soft)}
@media (max-width:40rem){.two{grid-template-columns:1fr}}
footer{margin-top:3rem;border-top:1px solid var(--line);padding:.6rem 0;color:var(--soft);font-size:.9rem}
@media print{details{border:0}article{content-visibility:visible;break-inside:avoid}}
`
