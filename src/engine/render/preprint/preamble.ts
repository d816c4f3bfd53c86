import { definitions } from './katex-macros.ts';
import type { Paper } from './context.ts';
import { escapeTex } from './escape.ts';

/** Metadata in the head of a paper: plain text. */
type PreambleOptions = {
  paper: Paper;
  /** Whether essays are sections, so that figures, tables, theorems and findings are numbered within them. */
  isReview: boolean;
};

/** Renders the beginning of a paper, up to its title. */
export function renderPreamble({ paper, isReview }: PreambleOptions): string {
  const { strings, context, macros } = paper;
  const paperSize = context.config.locale.endsWith('-US') ? 'letterpaper' : 'a4paper';
  return [
    `\\documentclass[11pt,${paperSize}]{article}`,
    `\\usepackage[${strings.preprint.babel}]{babel}`,
    packages,
    style,
    environments,
    ...['theorem', 'lemma', 'definition', 'conjecture'].map((kind) => theoremOf(kind, paper)),
    findingOf(paper),
    ...(isReview ? [numberedWithin] : []),
    ...[...macros].toSorted().map((name) => `\\providecommand{\\${name}}{${definitions[name]}}`),
  ].join('\n');
}

const word = (text: string): string => escapeTex(text, { onUnprintable: () => undefined });

const theoremOf = (kind: string, { strings }: Paper): string => {
  const names: Readonly<Record<string, string>> = strings.labels;
  const isUpright = kind === 'definition';
  return `${isUpright ? '\\theoremstyle{definition}' : '\\theoremstyle{plain}'}\\newtheorem{${kind}}{${word(names[kind] ?? kind)}}`;
};

const findingOf = ({ strings }: Paper): string => `\\newcommand{\\findingname}{${word(strings.labels.finding)}}`;

/**
 * The same source yields the same PDF, without today's date. Packages are those of TeX Live 2022, which arXiv has too.
 */
const packages = `\\pdfinfoomitdate=1 \\pdftrailerid{} \\pdfsuppressptexinfo=15
\\pdfminorversion=7
\\usepackage[T1]{fontenc}
\\usepackage[utf8]{inputenc}
\\usepackage{lmodern,textcomp}
\\usepackage[margin=1.1in]{geometry}
\\usepackage{microtype}
\\usepackage{amsmath,amssymb,amsthm,mathtools,bm,cancel,braket}
\\usepackage[mathscr]{eucal}
\\usepackage{array,booktabs,longtable,ragged2e,enumitem,framed,caption}
\\usepackage[export]{adjustbox}
\\usepackage{xcolor}
\\usepackage{accsupp}
\\usepackage[hyperfootnotes=false,pdfusetitle,bookmarksnumbered,colorlinks,allcolors=link]{hyperref}`;

const style = `\\definecolor{link}{HTML}{1A4A7A}
\\definecolor{rule}{HTML}{8A8A8A}
\\emergencystretch=4em
\\frenchspacing
\\setlength{\\LTpre}{\\medskipamount}
\\setlength{\\LTpost}{\\medskipamount}
\\captionsetup{labelsep=period,labelfont=bf,font=small}
\\captionsetup[longtable]{skip=6pt}
\\renewcommand{\\topfraction}{0.9}
\\renewcommand{\\bottomfraction}{0.8}
\\renewcommand{\\textfraction}{0.07}
\\renewcommand{\\floatpagefraction}{0.85}
\\setcounter{tocdepth}{1}
\\setcounter{secnumdepth}{2}
\\raggedbottom`;

const environments = `% Names in the log where the text that follows comes from.
\\newcommand{\\source}[1]{\\immediate\\write-1{\\detokenize{source #1}}}
\\newcommand{\\target}[1]{\\hypertarget{#1}{}\\label{#1}}
\\newcommand{\\notemark}[2]{\\hyperlink{#1}{\\textsuperscript{\\normalfont #2}}}
\\newcommand{\\notetext}[3]{\\footnotetext[#2]{\\hypertarget{#1}{}#3}}
\\newcommand{\\struck}[1]{\\leavevmode\\sbox0{#1}\\rlap{\\rule[0.55ex]{\\wd0}{0.4pt}}\\usebox0{}}
\\newcommand{\\innerheading}[1]{\\par\\addvspace{\\smallskipamount}{\\noindent\\textbf{#1}\\par}\\nobreak}
\\newcommand{\\graphic}[2]{\\BeginAccSupp{method=pdfstringdef,Alt={#2}}\\includegraphics[max width=\\linewidth,max height=0.7\\textheight]{#1}\\EndAccSupp{}}
\\newcommand{\\rowgap}{\\addlinespace[4pt]}
\\setlistdepth{20}
\\renewlist{itemize}{itemize}{20}
\\setlist[itemize]{label=\\textbullet}
\\renewlist{enumerate}{enumerate}{20}
\\setlist[enumerate]{label=\\arabic*.}
\\newlist{quotedlist}{itemize}{20}
\\setlist[quotedlist]{label={},leftmargin=1.5em,rightmargin=1.5em}
\\newenvironment{quotedtext}{\\begin{quotedlist}\\item\\relax}{\\end{quotedlist}}
\\newenvironment{codeblock}{\\begin{quotedlist}\\item\\relax\\small\\ttfamily\\RaggedRight}{\\end{quotedlist}}
\\newcommand{\\codeline}[1]{\\noindent\\hangindent=2em\\hangafter=1 #1\\strut\\par}
\\newlist{references}{itemize}{1}
\\setlist[references]{label={},leftmargin=1.5em,itemindent=-1.5em,labelsep=0pt,itemsep=2pt,parsep=0pt,before=\\small\\raggedright}
\\newcounter{finding}
\\newcommand{\\findinghead}[2]{\\refstepcounter{finding}\\target{#2}\\noindent{\\small\\textbf{\\findingname~\\thefinding} · #1}\\par\\nobreak\\smallskip\\noindent\\ignorespaces}
\\newcommand{\\reasons}[1]{\\par\\nobreak\\smallskip\\nobreak\\noindent{\\small\\emph{#1}}}
\\newenvironment{finding}[2]{\\def\\FrameCommand{\\fboxsep=7pt\\fboxrule=0.4pt\\fcolorbox{rule}{white}}\\MakeFramed{\\advance\\hsize-\\width\\FrameRestore}\\findinghead{#1}{#2}}{\\endMakeFramed}
\\newenvironment{innerfinding}[2]{\\begin{quotedtext}\\findinghead{#1}{#2}}{\\end{quotedtext}}`;

const numberedWithin = ['figure', 'table', 'theorem', 'lemma', 'definition', 'conjecture', 'finding', 'equation']
  .map(
    (counter) =>
      `\\counterwithin{${counter}}{section}\\renewcommand{\\theH${counter}}{\\theHsection.\\arabic{${counter}}}`,
  )
  .join('\n');
