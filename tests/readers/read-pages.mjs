// Opens pages in Chromium: `read-pages.mjs CHROMIUM FILE…`; prints [file, judge, fault] as JSON, one a line.
//
// light, dark: axe-core finds nothing (WCAG 2.2 A and AA, good practice) in the mode of that name;
// narrow: nothing scrolls sideways on a screen of 320 CSS pixels (WCAG 2.1, 1.4.10);
// alone: nothing is asked for from elsewhere, nothing is refused, no script runs, pictures are seen.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const [executablePath, ...files] = process.argv.slice(2);
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const runOnly = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const wide = { width: 1200, height: 900 };
// The browser's own sandbox does not work for the administrator, as whom the checks may run.
const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] });

async function violations(page, colorScheme) {
  await page.emulateMedia({ colorScheme });
  const found = await page.evaluate((runOnly) => window.axe.run(document, { runOnly }), runOnly);
  return found.violations.map((rule) => [colorScheme, `${rule.id} (${rule.impact}): ${rule.nodes[0].html}`]);
}

async function faults(page, file) {
  const found = [];
  const address = pathToFileURL(file).href;
  const asked = (request) => {
    const wanted = request.url();
    if (wanted !== address && !wanted.startsWith("data:")) found.push(["alone", `asks for ${wanted}`]);
  };
  const says = (message) => found.push(["alone", `says: ${message.text()}`]);
  page.on("request", asked).on("console", says);
  await page.setViewportSize(wide);
  await page.goto(address);
  if ((await page.locator("script").count()) > 0) found.push(["alone", "there is a script"]);
  const unseen = await page.evaluate(() => [...document.images].filter((one) => one.naturalWidth === 0).length);
  if (unseen > 0) found.push(["alone", `${unseen} pictures cannot be seen`]);
  await page.evaluate(axe);
  found.push(...(await violations(page, "light")), ...(await violations(page, "dark")));
  await page.setViewportSize({ width: 320, height: 800 });
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  if (width > 320) found.push(["narrow", `it is ${width} pixels wide on a screen of 320`]);
  page.off("request", asked).off("console", says);
  return found;
}

async function worker() {
  const page = await browser.newPage();
  await page.route(/^https?:/, (route) => route.abort());
  for (let file = files.shift(); file !== undefined; file = files.shift()) {
    for (const [judge, fault] of await faults(page, file)) console.log(JSON.stringify([file, judge, fault]));
  }
}
await Promise.all([worker(), worker()]);
await browser.close();
