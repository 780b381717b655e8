// What a check has to say, and where. Every rule names a remedy: a finding that nobody can act on is noise.

export type Severity = 'error' | 'warning'

/** What is wrong with one text, wherever that text stands. */
export type Remark = {
  /** Short name of the rule: `sentence-length`, `banned-word`… */
  rule: string
  severity: Severity
  message: string
  /** What to write instead, or what to do. */
  fix: string
}

/** A remark at its place. `line` starts at 1. */
export type Finding = Remark & { file: string; line: number }

export const error = (rule: string, message: string, fix: string): Remark => ({ rule, severity: 'error', message, fix })

export const warning = (rule: string, message: string, fix: string): Remark => ({ rule, severity: 'warning', message, fix })

export const at = (file: string, line: number, remark: Remark): Finding => ({ file, line, ...remark })

export const hasErrors = (findings: Finding[]): boolean => findings.some((finding) => finding.severity === 'error')

/** One line, as compilers write it, so that editors and terminals can jump there. */
export const findingLine = ({ file, line, severity, rule, message, fix }: Finding): string =>
  `${file}:${line}: ${severity} ${rule}: ${message} → ${fix}`

export const byPlace = (a: Finding, b: Finding): number => (a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1)
