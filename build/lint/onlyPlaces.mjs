/** What is done in one way, or in one place: the code that does it otherwise, and what to do instead. */
const ONLY_PLACES = {
  'private-members': {
    message: 'Use #private.',
    selectors: [
      "TSPropertySignature[accessibility='private']",
      "PropertyDefinition[accessibility='private']",
      "MethodDefinition[accessibility='private'][kind!='constructor']",
    ],
  },
  /** VS Code makes links and icons of texts that these are given. */
  'inert-texts': {
    message:
      'Talk to the user through src/vscode/host/tell.ts, ask.ts, progress.ts, treeView.ts, quickFix.ts and completionLabel.ts, which make what is not ours inert.',
    selectors: [
      'MemberExpression[property.name=/^(show(Information|Warning|Error)Message|(show|create)(QuickPick|InputBox)|setStatusBarMessage|createStatusBarItem|withProgress|createTreeView|registerTreeDataProvider)$/]',
      "NewExpression[callee.object.name='vscode'][callee.property.name='CodeAction']",
      "NewExpression[callee.property.name='CompletionItem'][arguments.0.type='ObjectExpression']",
      "AssignmentExpression[left.property.name='message'][left.object.name=/view$/i]",
      "AssignmentExpression[left.property.name='message'][left.object.property.name=/view$/i]",
    ],
  },
  /** What changes users' files, or hands VS Code a change of them. */
  'edit-plans': {
    message: 'Change files by an edit plan: src/vscode/host/applyPlan.ts checks it, and keeps every other byte.',
    selectors: [
      "NewExpression[callee.property.name='WorkspaceEdit']",
      "CallExpression[callee.object.property.name='fs'][callee.property.name=/^(writeFile|rename|delete|copy|createDirectory)$/]",
      "MemberExpression[property.name='applyEdit']",
      "CallExpression[callee.property.name=/^(edit|insertSnippet)$/][arguments.0.type='ArrowFunctionExpression']",
    ],
  },
  /** What makes markup or shown text of a string: in pages that is `say` and `el`, which leave out what would turn text around. */
  'filled-pages': {
    message: 'Fill pages by src/webview/dom.ts and say.ts.',
    selectors: ['AssignmentExpression[left.property.name=/^(textContent|innerText|innerHTML|outerHTML)$/]'],
  },
  /** What an error says is for the log; `reasonOf` tells what of it helps a user. */
  'told-errors': {
    message: 'Tell users reasonOf(error) (src/base/reason.ts).',
    selectors: [
      "MemberExpression[object.name=/^(error|reason|cause)$/][property.name='message']",
      "VariableDeclarator[init.name=/^(error|reason|cause)$/] > ObjectPattern > Property[key.name='message']",
    ],
  },
  'followed-files': {
    message: 'Ask DocumentFacts (src/workspace).',
    selectors: [
      'MemberExpression[property.name=/^(findFiles|createFileSystemWatcher)$/]',
      'ObjectPattern > Property[key.name=/^(findFiles|createFileSystemWatcher)$/]',
    ],
  },
  /** Numbers in sentences are written in the user's way: `10,000`. */
  'local-numbers': {
    message: 'Write numbers by localNumber (src/vscode/host/number.ts; in pages src/webview/number.ts).',
    selectors: [
      "CallExpression[callee.object.property.name='l10n'] > MemberExpression.arguments[property.name=/^(length|size|count|total)$/]",
      "CallExpression[callee.object.property.name='l10n'] > Identifier.arguments[name=/^(count|files|others|places|total|upvotes)$/]",
      "CallExpression[callee.object.property.name='l10n'] > BinaryExpression.arguments[operator=/^[-*\\/]$/]",
      "CallExpression[callee.property.name!='setProperty'] > CallExpression.arguments[callee.name='String'] > Identifier.arguments[name=/^(count|files|places|total|left)$/]",
      "CallExpression[callee.property.name!='setProperty'] > CallExpression.arguments[callee.name='String'] > MemberExpression.arguments[property.name=/^(length|size|count|total)$/]",
    ],
  },
  /** Icons are for the eye: a reader of screens would say the letter that stands for one in its font. */
  'silent-icons': {
    message: 'Make icons by icon() or iconButton() (src/webview/dom.ts), which are not read out.',
    selectors: ['Literal[value=/\\bcodicon\\b/]', 'TemplateElement[value.raw=/\\bcodicon\\b/]'],
  },
  /** A list to pick from cuts its rows at their end, and titles are long. */
  'paper-rows': {
    message: 'Name papers in lists by paperLine (src/workflows/paperRow.ts): author and year lead.',
    selectors: ["Property[key.name=/^(label|description|detail)$/] CallExpression[callee.name='displayTitle']"],
  },
  /** Names in sentences are joined as in the user's language: `a, b, and c`. */
  'joined-names': {
    message: 'Join names by allOf or oneOf, and what is no sentence by sideBySide (src/vscode/host/wordList.ts).',
    selectors: [
      "CallExpression[callee.property.name='join'][arguments.0.value=', ']",
      "TemplateElement[value.raw=', ']",
    ],
  },
  /** What people read is there in their language. */
  'translated-texts': {
    message: 'Say it by vscode.l10n.t; pages get their words from the shell.',
    selectors: [
      'Property[key.name=/^(label|description|detail|title|placeHolder|prompt|tooltip|openLabel|saveLabel)$/] > Literal[value=/^[A-Z][a-z]+( |[.!?:…]|$)/]',
      'Property[key.name=/^(label|description|detail|title|placeHolder|prompt|tooltip|openLabel|saveLabel)$/] > TemplateLiteral > TemplateElement[value.raw=/[A-Za-z]{2} /]',
      'AssignmentExpression[left.property.name=/^(label|description|detail|title|placeholder|prompt|tooltip|text|message)$/] > Literal[value=/[a-z]/]',
      'CallExpression[callee.name=/^(tell|ask|offer|pick|input|pickMany|say|el|textButton)$/] > Literal.arguments[value=/^[A-Z][a-z]+( |$|[.!?:…])/]',
      'CallExpression[callee.name=/^(tell|ask|offer|say|el)$/] > TemplateLiteral > TemplateElement[value.raw=/[A-Za-z]{2} [a-z]/]',
    ],
  },
  'shown-problems': {
    message: 'Show problems by src/vscode/host/problemCollection.ts.',
    selectors: ["MemberExpression[property.name='createDiagnosticCollection']"],
  },
};

/** A rule that reports what matches any of some selectors (esquery's, as ESLint's `no-restricted-syntax` takes). */
const rule = ({ message, selectors }) => ({
  meta: { type: 'problem', schema: [] },
  create(context) {
    const report = (node) => context.report({ node, message });
    return Object.fromEntries(selectors.map((selector) => [selector, report]));
  },
});

/** The rules by their names. */
export const onlyPlaces = Object.fromEntries(Object.entries(ONLY_PLACES).map(([name, place]) => [name, rule(place)]));
