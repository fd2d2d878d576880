// What people read is no behaviour: labels in both languages and descriptions in schemas are left as they are.
import { declareValuePlugin, PluginKind } from '@stryker-mutator/api/plugin';

const prose = {
  shouldIgnore({ node }) {
    if (node.type === 'ObjectExpression' && isLabel(node)) return 'a label: words for people';
    if (node.type === 'ObjectProperty' && nameOf(node) === 'description') return 'a description: words for people';
    return undefined;
  },
};

function isLabel({ properties }) {
  const names = properties.map(nameOf);
  return names.length === 2 && names.includes('sv') && names.includes('en');
}

const nameOf = ({ key }) => key?.name ?? key?.value;

export const strykerPlugins = [declareValuePlugin(PluginKind.Ignore, 'prose', prose)];
