// What the page says, and whose phones these are: given by the server with the page.

/** @type {{ language: 'fr' | 'en', words: Record<string, string>, phones: { id: string, name: string, firstName: string, role: string }[] }} */
export const { language, words, phones } = JSON.parse(document.getElementById('declic').textContent)

/** A text of the page, its blanks filled: `{name}`. */
export const say = (key, blanks = {}) => words[key].replace(/\{(\w+)\}/g, (_, name) => blanks[name] ?? '')
