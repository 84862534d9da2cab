/** The stylesheet of all pages. docs/pages.md lists its variables. */

const light = `--background:#fdfcfa;--text:#1e1f24;--muted:#585b63;--link:#0a5299;--line:#8a8478;--surface:#f1eee7;--accent:#8c2346`;
const dark = `--background:#15171b;--text:#e9e7e3;--muted:#aeb1b8;--link:#8fbcff;--line:#7c808a;--surface:#23262c;--accent:#ff9db8`;

/** The stylesheet of a build, at most 4 kB. */
export const stylesheet = `:root{color-scheme:light dark;--width:42rem;--font:system-ui,sans-serif;--heading-font:var(--font);--code-font:ui-monospace,monospace;${light}}
@media (prefers-color-scheme:dark){:root{${dark}}}
*{box-sizing:border-box}
html{scroll-padding-block:1rem;-webkit-text-size-adjust:100%}
body{max-width:calc(var(--width) + 2.5rem);margin:0 auto;padding:0 1.25rem;background:var(--background);color:var(--text);font:1.0625rem/1.6 var(--font);overflow-wrap:anywhere}
:any-link{color:var(--link);text-underline-offset:.15em}
:any-link:hover{text-decoration:underline .15em}
:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
main:focus{outline:0}
h1,h2,h3,h4,h5,h6{font-family:var(--heading-font);line-height:1.25;margin:1.8em 0 .5em}
h1{font-size:min(2.1rem,1.2rem + 2.5vw);margin:1rem 0 .5rem;text-wrap:balance}
h2{font-size:1.4375rem}
h3{font-size:1.2rem}
h4,h5,h6{font-size:1rem}
img,video{max-width:100%;height:auto}
figcaption,.meta,.names,.comments,.breadcrumb,.footnotes{font-size:.9375rem}
figcaption,.meta,.breadcrumb,.site-description{color:var(--muted)}
blockquote{padding-inline-start:1.25rem;border-inline-start:.25rem solid var(--accent)}
pre,code,kbd,samp{font-family:var(--code-font);font-size:.875em;direction:ltr;unicode-bidi:isolate}
pre{width:max-content;min-width:100%;margin:0;padding:1rem;background:var(--surface)}
pre code{font-size:inherit}
:not(pre)>code{padding:.1em .25em}
code,.neighbours a{background:var(--surface)}
.scroll{overflow-x:auto;overflow-wrap:normal}
.scroll:has(>pre){direction:ltr}
.h-card,time,.names a{unicode-bidi:plaintext}
figure,blockquote,.scroll{margin:1.5rem 0}
table{border-collapse:collapse}
th,td{min-width:5rem;padding:.4rem .75rem;border-block-end:1px solid var(--line);text-align:start;vertical-align:top}
.center{text-align:center}
.right,[rel=next]{text-align:end}
hr{border:0;border-block-start:1px solid var(--line);margin:2rem 0}
ul,ol{padding-inline-start:1.5rem}
:lang(zh),:lang(ja){line-break:strict}
:lang(ko){word-break:keep-all}
.hidden,.skip:not(:focus){position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.skip{padding:.5rem}
.banner{padding-block:1.5rem 1rem;border-block-end:.25rem solid var(--accent)}
.banner p,.posts h2{margin:0}
.site-title{font:700 1.25rem/1.3 var(--heading-font)}
.site-title a{display:inline-flex;align-items:center;gap:1rem;padding-block:.2rem;color:inherit;text-decoration:none}
.logo{width:auto;max-height:3rem}
nav ul,nav ol,.posts{list-style:none;margin:0;padding:0}
nav ul,nav ol,.pager,.neighbours{display:flex;flex-wrap:wrap;gap:.25rem 1rem}
nav li a,.pager a{display:inline-block;padding-block:.2rem}
.breadcrumb{padding-block:.75rem;line-height:1.7}
.breadcrumb :is(p,ol,li){display:inline}
.breadcrumb li+li::before{content:"› ";content:"› "/""}
.posts>li{padding-block:1.25rem}
.posts>li+li{border-block-start:1px solid var(--line)}
.posts p,article>footer p{margin:.25rem 0}
article>header .p-summary{font-size:1.25rem;line-height:1.45;margin:.5rem 0}
article>footer{margin-block-start:2rem;padding-block-start:1rem;border-block-start:1px solid var(--line)}
.pager,.neighbours{justify-content:space-between;margin-block:2rem}
.neighbours a{flex:1 1 14rem;padding:.75rem 1rem}
.neighbours span:first-child{display:block;font-size:.875rem;color:var(--muted)}
.browse h2{font-size:1em;margin:1.5rem 0 .25rem}
body>footer{margin-block-start:3rem;padding-block:1rem 2rem;border-block-start:.25rem solid var(--accent)}
@media print{body{max-width:none;padding:0;background:#fff;color:#000;font-size:11pt}nav[class],.skip,.comments,body>footer{display:none}:any-link{color:inherit}pre{white-space:pre-wrap;width:auto}.scroll{overflow-wrap:anywhere}th,td{min-width:0}h2,h3{break-after:avoid}figure,tr{break-inside:avoid}}
`;

/** What a preview adds. */
export const previewStylesheet = `:root{--notice:#fff2c7;--notice-text:#3f3000}
@media (prefers-color-scheme:dark){:root{--notice:#3b300d;--notice-text:#ffe9a6}}
.notice{white-space:pre-line;margin:1rem 0;padding:.75rem 1rem;background:var(--notice);color:var(--notice-text);border-inline-start:.25rem solid currentColor}
.status{display:inline-block;padding:.1em .5em;background:var(--notice);color:var(--notice-text);font:600 .8125rem/1.5 var(--font);vertical-align:.15em}
.problems{margin:1rem 0;padding:.75rem 1rem;background:var(--surface);border-inline-start:.25rem solid var(--accent);font-size:.9375rem}
.problems h2{margin:0 0 .5rem;font-size:1rem}
.problems p{margin:0 0 .75rem;color:var(--muted)}
.problems ul{margin:0;padding:0;list-style:none}
.problems li+li{margin-block-start:.75rem}
:target{outline:3px solid var(--accent);outline-offset:.25rem}
main:target{outline:0}
@media (min-width:80rem){.problems{position:fixed;inset-block-start:1rem;inset-inline-end:1rem;width:calc(50vw - 24rem);max-height:calc(100vh - 2rem);margin:0;overflow:auto}}
@media print{.problems,.notice,.status{display:none}}
`;
