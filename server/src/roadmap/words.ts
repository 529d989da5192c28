/**
 * Which words of a heading tell what stands beneath it. Data, by language: add a word here to teach the reader
 * another kind of section.
 */
import type { SectionKind } from './model.ts';

type Words = Readonly<Record<string, string>>;

/** Beneath these, plain bullets are no work: they explain, measure, warn or refer. Stronger than the two below. */
const OTHER: Words = {
  en: 'benefits?|risks?|mitigations?|metrics?|kpis?|notes?|considerations?|process(?:es)?|review|schedule|cadence|legend|references?|resources|links|overview|architecture|background|introduction|about|summary|criteria|principles|guidelines|roi|tracking|budget|costs?|team|contributors|contributing|how to|conventions|contents|appendix|changelog|glossary|dashboard|state|assumptions|constraints|context|rationale|why|decisions?|faq|problem|solution|example|usage|vision|mission|impact|related',
  de: 'nutzen|risiken|metriken|hinweise|notizen|überblick|legende|hintergrund|kosten|zusammenfassung|kriterien|ziele',
  fr: 'bénéfices|risques|métriques|notes|contexte|légende|coûts?|résumé|critères|objectifs',
  es: 'beneficios|riesgos|métricas|notas|contexto|leyenda|costos?|resumen|criterios|objetivos',
  pt: 'benefícios|riscos|métricas|notas|contexto|legenda|custos?|resumo|critérios|objetivos',
  sv: 'fördelar|risker|mätvärden|anteckningar|bakgrund|kostnader|sammanfattning',
  ru: 'риски|метрики|заметки|примечания|контекст|легенда|обзор|критерии|цели',
  uk: 'ризики|метрики|нотатки|примітки|контекст|легенда|огляд|критерії|цілі',
  zh: '风险|指标|备注|说明|背景|概述|图例|参考|原则|目标',
  ja: 'リスク|指標|備考|注意|背景|概要|凡例|参考|原則|目標',
  ko: '위험|지표|비고|참고|배경|개요|범례|원칙|목표',
};

const DONE: Words = {
  en: 'completed?|done|shipped|released|finished|achieved|achievements|accomplished|delivered|implemented|resolved|history',
  de: 'erledigt|fertig|abgeschlossen|umgesetzt',
  fr: 'terminée?s?|faite?s?|livrée?s?|réalisée?s?',
  es: 'completad[oa]s?|hech[oa]s?|terminad[oa]s?',
  pt: 'conclu[ií]d[oa]s?|feit[oa]s?',
  sv: 'klart?|slutfört',
  ru: 'готово|сделано|выполнено|завершено',
  uk: 'готово|зроблено|виконано|завершено',
  zh: '已完成|完成',
  ja: '完了|完成',
  ko: '완료',
};

const WORK: Words = {
  en: 'todo|to[ -]do|backlog|next|planned|upcoming|improvements?|enhancements?|features?|roadmap|milestones?|tasks?|action items?|actions|future|fix(?:es)?|ideas|wish ?list|now|later|in progress|doing|work|plans?|steps|hardening|optimi[sz]ations?|additions|ongoing|short[- ]term|long[- ]term|medium[- ]term',
  de: 'aufgaben|offen|geplant|nächste|verbesserungen|fahrplan|schritte',
  fr: 'à faire|tâches|prochaines?|améliorations|prévue?s?|étapes',
  es: 'tareas|pendientes?|próxim[oa]s?|mejoras|pasos|por hacer',
  pt: 'tarefas|pendentes?|próxim[oa]s?|melhorias|passos|a fazer',
  sv: 'att göra|uppgifter|planerat|nästa',
  ru: 'задачи|план|планы|сделать|улучшения|в работе',
  uk: 'завдання|план|плани|зробити|покращення|в роботі',
  zh: '待办|计划|任务|下一步|改进|进行中',
  ja: '予定|計画|タスク|今後|改善|進行中',
  ko: '예정|계획|할 일|개선|진행',
};

/** Whole words where a script has spaces between them; anywhere in a word where it hasn't. */
function anyOf(words: Words): RegExp {
  const spaced = Object.entries(words).filter(([language]) => !['zh', 'ja', 'ko'].includes(language));
  const unspaced = Object.entries(words).filter(([language]) => ['zh', 'ja', 'ko'].includes(language));
  return new RegExp(
    `(?<![\\p{L}\\d])(?:${spaced.map(([, list]) => list).join('|')})(?![\\p{L}\\d])|${unspaced.map(([, list]) => list).join('|')}`,
    'iu',
  );
}

const KINDS: readonly (readonly [SectionKind, RegExp])[] = [
  ['other', anyOf(OTHER)],
  ['done', anyOf(DONE)],
  ['work', anyOf(WORK)],
];
const WORK_LAST = new RegExp(
  `(?:${anyOf({ ...WORK, en: `${WORK['en']}|items` }).source})[^\\p{L}\\d]*$`,
  'iu',
);

/**
 * What a heading's words say of the section; `neutral` where they say nothing. The last word weighs most: "Risk
 * review" is a review, but "Production readiness review items" are items.
 */
export function kindOfTitle(title: string): SectionKind {
  const words = title.replace(/\s*\([^()]*\)\s*$/u, '');
  const kinds = WORK_LAST.test(words) ? KINDS.slice(1) : KINDS;
  return kinds.find(([, pattern]) => pattern.test(words))?.[0] ?? (kinds === KINDS ? 'neutral' : 'work');
}

/** A bullet with one of these labels lists details of the bullet above it, not work. */
const DETAIL_LABEL =
  /^(?:tools?|technolog(?:y|ies)|tech stack|examples?|includes?|including|such as|e\.g\.|i\.e\.|note|why|how|what|where|when|stages?|pipeline stages|benefits?|risks?|impact|result|outcome|goals?|objectives?|description|details?|requirements?|acceptance criteria|success criteria|deliverables?|references?|links?|files?|approach|rationale|context|cost|savings|problem|solution|current|expected|scope|metrics?|dependenc(?:y|ies)|depends on|blocks|blocked by)$/iu;

export const isDetailLabel = (label: string): boolean => DETAIL_LABEL.test(label.trim());

/** A heading that is one more field of the heading above it: `### Objective : Multi-Cloud.` */
export const isDetailHeading = (title: string): boolean => {
  const label = /^([\p{L} ]{2,30}?)\s*[:：]\s*\S/u.exec(title);
  return label !== null && isDetailLabel(label[1] ?? '');
};
