// The HTML report in a real browser: no accessibility finding of axe-core in light, dark and on a phone,
// nothing blocked by its own policy, nothing loaded, no sideways scrolling. Writes screenshots when asked.
//
// Usage: node browser_test.mjs PAGE.html MODULES CHROMIUM [SCREENSHOTS]
import {createRequire} from 'node:module';
import {pathToFileURL} from 'node:url';
import path from 'node:path';

const [page_file, modules, executablePath, shots] = process.argv.slice(2);
const require = createRequire(path.join(path.resolve(modules), 'x.js'));
const {chromium} = require('playwright-core');
const axe = require('axe-core').source;

const looks = [
  {name: 'light', colorScheme: 'light', viewport: {width: 1280, height: 900}},
  {name: 'dark', colorScheme: 'dark', viewport: {width: 1280, height: 900}},
  {name: 'phone', colorScheme: 'light', viewport: {width: 360, height: 740}},
  {name: 'phone-dark', colorScheme: 'dark', viewport: {width: 360, height: 740}},
];

const problems = [];
const browser = await chromium.launch({executablePath, args: ['--no-sandbox', '--disable-gpu', '--disable-quic',
  '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync']});
for (const {name, ...look} of looks) {
  // The policy stays in force for the page; axe is put in beside it.
  const context = await browser.newContext({...look, bypassCSP: true});
  const page = await context.newPage();
  page.on('request', (request) => {
    if (!request.url().startsWith('file:')) problems.push(`${name}: asks for ${request.url()}`);
  });
  await page.goto(pathToFileURL(page_file).href);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  if (wide > 0) problems.push(`${name}: ${wide} px wider than the screen`);
  if (shots) await page.screenshot({path: `${shots}/${name}.png`, fullPage: true});
  // Closed parts are looked at too.
  await page.evaluate(() => document.querySelectorAll('details').forEach((part) => { part.open = true; }));
  await page.evaluate(axe);
  const result = await page.evaluate(() => axe.run(document, {resultTypes: ['violations']}));
  for (const {id, impact, help, nodes} of result.violations)
    problems.push(`${name}: ${impact} ${id}: ${help} (${nodes.length}×, ${nodes[0].html.slice(0, 120)})`);
  await context.close();
}

// With the policy in force: the style sheet applies, scripts do not.
const context = await browser.newContext({viewport: {width: 1280, height: 900}});
const page = await context.newPage();
page.on('console', (message) => {
  if (message.type() === 'error') problems.push(`console: ${message.text()}`);
});
await page.goto(pathToFileURL(page_file).href);
const display = await page.evaluate(() => getComputedStyle(document.querySelector('.draft')).display);
if (display !== 'grid') problems.push('the style sheet does not apply');
// A reader without a mouse comes to every mark, and from it to its card.
await page.keyboard.press('Tab');
const first = await page.evaluate(() => document.activeElement.className);
if (first !== 'skip') problems.push(`the first stop is ${first}`);
await page.focus('.mark, .badge');
await page.keyboard.press('Enter');
const target = await page.evaluate(() => document.querySelector(':target')?.className ?? 'nothing');
if (!target.includes('card')) problems.push(`a mark leads to ${target}`);
if (shots) await page.pdf({path: `${shots}/print.pdf`, format: 'A4'});
await browser.close();

console.log(problems.length ? problems.join('\n') : `no findings in ${looks.length} looks`);
process.exit(problems.length ? 1 : 0);
