/** Inline styles, because mail programs drop the rest. Colours are those of the light pages. */
const serif = "'Palatino Linotype',Palatino,Georgia,serif"

export const look = {
  ground: 'background:#f7f5ef',
  head: `padding:14px 20px;background:#0c2f24;border-radius:8px 8px 0 0;color:#f3f0e6;font:20px/1.2 ${serif}`,
  body: 'padding:20px;background:#ffffff;border:1px solid #dedbd0;border-top:0;color:#10241b;font:17px/1.55 sans-serif',
  heading: `margin:0 0 8px;font:26px/1.2 ${serif};color:#10241b`,
  paragraph: 'margin:12px 0 0',
  small: 'margin:16px 0 0;font:15px/1.5 sans-serif;color:#4b5c53',
  factLabel: 'padding:6px 0 0;font:14px/1.4 sans-serif;color:#4b5c53',
  factValue: 'padding:0 0 2px;font:17px/1.4 sans-serif',
  main: 'display:block;padding:14px 12px;border:1px solid #14523a;border-radius:6px;background:#14523a;color:#ffffff;font:bold 17px/1.2 sans-serif;text-align:center;text-decoration:none',
  quiet:
    'display:block;padding:13px 12px;border:1px solid #66756b;border-radius:6px;background:#ffffff;color:#10241b;font:bold 17px/1.2 sans-serif;text-align:center;text-decoration:none',
  quote: `padding:0 14px;border-color:#b06f00;font:italic 19px/1.45 ${serif}`,
  quoteFrom: 'margin:4px 0 0;padding:0 14px;font:14px/1.4 sans-serif;color:#4b5c53',
  question: 'margin:0 0 8px;font:bold 17px/1.35 sans-serif',
  end: 'padding:5px 0 0;font:14px/1.4 sans-serif;color:#4b5c53',
  lines: 'margin:8px 0 0;font:15px/1.6 Menlo,Consolas,monospace;white-space:pre-line',
  foot: 'padding:16px 20px;font:14px/1.5 sans-serif;color:#4b5c53',
  link: 'display:inline-block;padding:3px 0;color:#14523a',
} as const

/** Comfort for programs that keep a style element: dark colours and a clear focus. */
export const comfort = `
body{margin:0;background:#f7f5ef}
a:focus-visible{outline:3px solid #10241b;outline-offset:2px;box-shadow:0 0 0 3px #e8ab3c}
@media (prefers-color-scheme:dark){
body,.bg{background:#131d19!important}
.c{background:#1b2722!important;border-color:#37473f!important;color:#eeece4!important}
.m{color:#b4beb5!important}
.b{background:#131d19!important;color:#eeece4!important;border-color:#87968c!important}
.p{background:#8fd3ad!important;border-color:#8fd3ad!important;color:#0c211a!important}
.l{color:#8fd3ad!important}
h1{color:#eeece4!important}
}
`
