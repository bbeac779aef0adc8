// SPDX-License-Identifier: Apache-2.0
// Reads the metadata with Salesforce's own library, converts it offline into the form that is deployed, and
// compares it with the manifest. No org, no network. Ends with 1 and a list if anything is wrong.
import { readFileSync, rmSync } from 'node:fs';
import { ComponentSet, MetadataConverter } from '@salesforce/source-deploy-retrieve';

const output = 'converted';
rmSync(output, { recursive: true, force: true });

const source = ComponentSet.fromSource('force-app');
const components = source.getSourceComponents().toArray();
const problems = [];

for (const component of components) {
  try {
    const xml = await component.parseXml();
    if (Object.keys(xml).length === 0) {
      problems.push(`${component.fullName}: no content`);
    }
  } catch (e) {
    problems.push(`${component.fullName}: ${e.message}`);
  }
}

const { converted } = await new MetadataConverter().convert(components, 'metadata', {
  type: 'directory',
  outputDirectory: output,
  genUniqueDir: false,
});
if (!converted || converted.length === 0) {
  problems.push('nothing was converted');
}

const name = (type, member) => `${type}: ${member}`;
const found = new Set();
for (const component of components) {
  if (component.type.name !== 'CustomObject' || component.xml) {
    found.add(name(component.type.name, component.fullName));
  }
  for (const child of component.getChildren()) {
    found.add(name(child.type.name, child.fullName));
  }
}
const listed = new Set();
const manifest = readFileSync('manifest/package.xml', 'utf8');
for (const [, types] of manifest.matchAll(/<types>(.*?)<\/types>/gs)) {
  const type = types.match(/<name>(.*?)<\/name>/)[1];
  for (const [, member] of types.matchAll(/<members>(.*?)<\/members>/g)) {
    listed.add(name(type, member));
  }
}
// The fields of an object that is listed itself go along with it.
const alongWith = (entry) => /^(CustomField|ListView): Gapless_Entry__c\./.test(entry);
for (const entry of found) {
  if (!listed.has(entry) && !alongWith(entry)) {
    problems.push(`${entry} is missing in manifest/package.xml`);
  }
}
for (const entry of listed) {
  if (!found.has(entry)) {
    problems.push(`${entry} is in manifest/package.xml and nowhere else`);
  }
}

if (problems.length > 0) {
  console.error(problems.join('\n'));
  process.exit(1);
}
console.log(`${found.size} components, converted into ${output}/`);
