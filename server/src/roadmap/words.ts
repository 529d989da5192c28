/**
 * Which words of a heading tell what stands beneath it. Data, by language: add a word here to teach the reader
 * another kind of section.
 */
import type { FieldName, SectionKind } from './model.ts';
import { remembering } from './remember.ts';
import { WordPattern } from './wordPattern.ts';

type Words = Readonly<Record<string, string>>;

/** Beneath these, plain bullets are no work: they explain, measure, warn or refer. Stronger than the two below. */
const OTHER: Words = {
  en: '(?:execution|decision|work|session|activity|progress|update) log|current release|guidance|relationships?|benchmarks?|checkpoints?|(?:priority|severity|risk) levels|test(?:ing)? scenarios|resource requirements|benefits?|risks?|mitigations?|metrics?|kpis?|considerations?|cadence|legend|overview|introduction|summary|criteria|principles|guidelines|roi|budget|costs?|team|contributors|contributing|how to|conventions|contents|appendix|change ?log|version history|glossary|assumptions|constraints|rationale|why|faq|mission|exit criteria|prerequisites?|axioms?|legend|categorization|rollback|terminology|how (?:to|you can)|get(?:ting)? involved|contribute|suggest(?:ions)?|request(?:ing)? (?:a )?features?|philosophy|retrospective|reflection|learnings|lessons|current situation|limitations|estimates|out of scope|non-goals|anti-goals|definition of done|table of contents|tech(?:nology)? stack|quick links|incident response|contacts?|escalation|ceremonies|do not|don.ts?|anti-patterns|what (?:users|you) can|open questions|conclusions?|see also|performance goals|success|bottom line|scores?|strengths(?:\\s*\\([^()]*\\))?|weaknesses|use cases?|key benefits|what.s working[\\p{L} ]*|guidance|best practices|audit results|scorecard|(?:security|system|functional|technical|hardware|minimum) requirements|files|links|references|reference documentation|related|governance|evidence',
  de: 'dateien|budget|nutzen|risiken|metriken|hinweise|notizen|überblick|legende|hintergrund|kosten|zusammenfassung|kriterien|ziele|ausgangslage|ist-zustand|einleitung|voraussetzungen|ergebnisse?|resultate?|verweise|entscheidungen|abhängigkeiten|prozesse?|methodik|werkzeuge|qualität',
  fr: 'conclusions?|justification|vue d.ensemble|fichiers|budget|bénéfices|risques|métriques|notes|contexte|légende|coûts?|résumé|critères|objectifs|introduction|situation|état actuel|prérequis|résultats?|références|équipe|décisions|dépendances|légende|indicateurs|processus|méthodologie|outils|qualité',
  es: 'conclusi[oó]n(?:es)?|justificación|estado (?:actual|objetivo)|archivos|presupuesto|beneficios|riesgos|métricas|notas|contexto|leyenda|costos?|resumen|criterios|objetivos|introducción|estado (?:actual|final)|requisitos|resultados?|referencias|equipo|decisiones|dependencias|indicadores|resumen|lecciones|procesos?|metodología|herramientas|calidad',
  pt: 'conclus(?:ão|ões)|justificativa|estado objetivo|arquivos|orçamento|benefícios|riscos|métricas|notas|contexto|legenda|custos?|resumo|critérios|objetivos|introdução|estado atual|requisitos|resultados?|referências|equipe|decisões|dependências|indicadores|resumo|processos?|metodologia|ferramentas|qualidade',
  sv: 'fördelar|risker|mätvärden|anteckningar|bakgrund|kostnader|sammanfattning|inledning|nuläge|förutsättningar|resultat|referenser|beslut|beroenden|mål|process|verktyg',
  ru: 'файлы|бюджет|риски|метрики|заметки|примечания|контекст|легенда|обзор|критерии|цели|заключение|введение|текущее состояние|статистика|предпосылки|результаты?|ссылки|команда|решения|зависимости|инструменты|метрика|процесс|методология',
  uk: 'ризики|метрики|нотатки|примітки|контекст|легенда|огляд|критерії|цілі|вступ|поточний стан|статистика|передумови|результати?|посилання|рішення|залежності|процес|методологія|інструменти',
  zh: '风险|指标|备注|说明|背景|概述|图例|参考|原则|目标|验收|标准|效果|挑战|结论|现状|简介|介绍|术语|定义|范围|如何|为什么|依赖关系|前提|决策|战略|团队|注意|总结|成功|资源',
  ja: 'コスト|費用|ファイル|制約|なぜ|価値|結論|効果|課題|リスク|指標|備考|注意|背景|概要|凡例|参考|原則|目標|受け入れ|基準|現在の状況|現状|はじめに|用語|定義|範囲|前提|決定|判断|注意|テスト手順|成功|リソース|結果|理由|条件|メリット|デメリット',
  tr: '(?:genel )?ilerleme|hedef(?:ler)?i?|kriter(?:ler)?i?|avantajlar|dezavantajlar|dosyalar|sonuç(?:lar)?|başarı|gereksinimler|giriş|özet|notlar|riskler|metrikler|mevcut durum|kaynaklar',
  ko: '제한사항|제약|왜|위험|지표|비고|참고|배경|개요|범례|원칙|목표|효과|한계|결론|현황|소개|용어|정의|범위|전제|결정|주의|성공|결과|이유',
};

/**
 * The same, where they are what the title is about: "Validation" and "Access rules" tell of something, "Validation webhook"
 * and "Dashboard" pages are things to build.
 */
const OTHER_AT_HEAD: Words = {
  en: '(?:metrics|progress|status|kpi|tracking) dashboard|details|target|results?|notes?|process(?:es)?|review|schedule|resources|reference|architecture|background|about|tracking|state|context|decisions?|problem|solution|example|usage|vision|impact|assessment|audit reports|verification|verify|dependencies|validation|snapshot|triage|rules?|allocation|mapping|strategy|rollout|feedback|targets|challenges|effects?|methodology|tools|technologies',
};

const DONE: Words = {
  en: 'completed|complete(?!\\s+\\p{L})|done|shipped|released|finished|achieved|achievements|accomplished|delivered|implemented|resolved|history|what we built|already built|available now|currently available',
  de: 'behoben|implementiert|erledigt|fertig|abgeschlossen|umgesetzt',
  fr: 'effectuée?s?|corrigée?s?|créée?s?|terminée?s?|faite?s?|livrée?s?|réalisée?s?',
  es: 'realizad[oa]s?|implementad[oa]s?|corregid[oa]s?|completad[oa]s?|hech[oa]s?|terminad[oa]s?',
  pt: 'realizad[oa]s?|implementad[oa]s?|corrigid[oa]s?|conclu[ií]d[oa]s?|feit[oa]s?',
  sv: 'klart?|slutfört',
  ru: 'исправлен[оаы]?|реализован[оаы]?|готово|сделано|выполнен[оаы]?|выполненн[а-я]+|заверш[её]н[оаы]?|заверш[её]нн[а-я]+|работающие',
  uk: 'готово|зроблено|виконан[оаі]?|завершен[оаі]?',
  zh: '已完成|完成',
  ja: '完了|完成',
  ko: '완료',
  tr: 'tamamlanan(?:lar)?|tamamlandı|bitti|yapıldı',
};

const WORK: Words = {
  en: '(?:implementation|execution|recommended|suggested|proposed) (?:order|sequence)|near[- ]term|mid[- ]term|remains|(?:updates?|changes|work) needed|quick wins|critical path|needs? to be|to be (?:added|done|fixed|updated)|todo|to[ -]do|backlog|remaining|required|missing|outstanding|stretch goals|next|planned|upcoming|improvements?|enhancements?|upgrades?|features?|roadmap|milestones?|tasks?|action items?|actions|future|fix(?:es)?|ideas|wish ?list|now|later|in progress|doing|work|plans?|steps|hardening|optimi[sz]ations?|additions|ongoing|priorities|short[- ]term|long[- ]term|medium[- ]term',
  de: 'aufgaben|offen|geplant|nächste|verbesserungen|fahrplan|schritte',
  fr: 'prioritaires?|priorités|jalons|à faire|tâches|prochaines?|améliorations|prévue?s?|étapes',
  es: 'hitos|tareas|pendientes?|próxim[oa]s?|mejoras|pasos|por hacer|futuro|prioridades',
  pt: 'tarefas|pendentes?|próxim[oa]s?|melhorias|passos|a fazer',
  sv: 'att göra|uppgifter|planerat|nästa',
  ru: 'задачи|план|планы|сделать|улучшения|в работе|следующ\\p{L}*|приоритеты|дорожная карта|действи[йя]|исправить',
  uk: 'завдання|план|плани|зробити|покращення|в роботі|найближче|далі',
  zh: '待办|计划|任务|下一步|改进|进行中|工作项|路线图|待完成|规划',
  ja: '優先事項|アクション|予定|計画|タスク|今後|改善|進行中|ロードマップ|実装|やること|対応',
  ko: '예정|계획|할 일|개선|진행|로드맵|작업|다음',
  tr: 'yapılacaklar?|görevler|plan|planlanan|sonraki|iyileştirmeler|yol haritası',
};

/** Of the words for work, those that speak of features or tasks as well when they are done. */
const ANY_TIME =
  /(?<!\p{L})(?:critical path|features?|improvements?|enhancements?|upgrades?|additions|tasks?|actions?|fix(?:es)?|optimi[sz]ations?|hardening|milestones?|steps|work|verbesserungen|aufgaben|améliorations|tâches|étapes|mejoras|tareas|pasos|melhorias|tarefas|passos|uppgifter|задачи|улучшения|завдання|покращення)(?!\p{L})|実装|対応/giu;

/** "Year 2 goals", "Next sprint targets": what is to be reached, rather than what is done for it. */
export const namesGoals = (title: string): boolean => /(?:goals?|targets?|objectives?)\P{L}*$/iu.test(title);

/** Whether a title speaks of what is still to come, rather than of features or tasks at any time. */
export const liesAhead = (title: string): boolean =>
  !namesGoals(title) && kindOfTitle(title.replace(ANY_TIME, ' ')) === 'work';

/** Of a script without spaces between words: Chinese, Japanese, Korean. */
const isUnspaced = (word: string): boolean => word >= '\u3000';

/** Any of the words. */
const patternOf = (words: Words, build: (words: readonly string[]) => string): WordPattern =>
  new WordPattern(Object.values(words), (some) => new RegExp(build(some), 'iu'));

/** Whole words where a script has spaces between them; anywhere in a word where it hasn't. */
function within(words: readonly string[]): string {
  const spaced = words.filter((word) => !isUnspaced(word)).join('|');
  const whole = spaced === '' ? [] : [`(?<![\\p{L}\\d])(?:${spaced})(?![\\p{L}\\d])`];
  return [...whole, ...words.filter(isUnspaced)].join('|');
}
const anyOf = (words: Words): WordPattern => patternOf(words, within);

/** In scripts without spaces, a word of these has to begin or end the title: elsewhere it is a part of another. */
function atEitherEnd(words: readonly string[]): string {
  const spaced = words.filter((word) => !isUnspaced(word));
  const list = words.filter(isUnspaced).join('|');
  const unspaced = [`(?:^|[＆&・／/])\\P{L}*(?:${list})`, `(?:${list})(?:\\P{L}*$|\\P{L}*[（(＆&・／/].*$)`];
  return [...(spaced.length > 0 ? [within(spaced)] : []), ...(list === '' ? [] : unspaced)].join('|');
}

/** What a title is about ends where it says of what, for whom or when: "Quick wins for the first release". */
const OF_WHAT =
  /(?<=\p{L})\s(?:for|of|with|when|while|where|in|on|by|from|during|before|after|discovered|pour|avec|dans|para|con|für|mit|von|för|med|av|для|от|з|із)\s.*$/iu;
const headOf = (title: string): string => title.replace(OF_WHAT, '');

const KINDS: readonly (readonly [SectionKind, Pick<RegExp, 'test'>])[] = [
  ['other', patternOf(OTHER, atEitherEnd)],
  [
    'other',
    patternOf(
      OTHER_AT_HEAD,
      (words) => `(?:${within(words)})(?:[^\\p{L}\\d]*$|\\s*(?:[&+/,:：(–—-]|and\\s))`,
    ),
  ],
  ['other', /^\P{L}*(?:(?:vision|about)(?!\p{L})|key\P{L}*$)/iu],
  ['done', anyOf(DONE)],
  ['work', anyOf(WORK)],
];
const WORK_LAST = patternOf(
  { ...WORK, en: `${WORK['en']}|items` },
  (words) => `(?:${within(words)})[^\\p{L}\\d]*$`,
);

const PHASE =
  /^\P{L}*(?:phase|sprint|milestone|iteration|wave|stage|fase|étape|etapa|этап|фаза|етап)\s*[\dA-Z.]+\s*[:–—-]\s*/iu;

/** "Future considerations" are work that lies ahead, whatever is considered. */
const AHEAD = /^\P{L}*(?:future|upcoming|next|planned|remaining)\s(?!review|update|meeting|release date)/iu;

/** "Why this will work", "How to request a feature": the last word isn't what it speaks of. */
const ASKS =
  /^\P{L}*(?:why|how (?:to|you|it|this|that)|about|request(?:s|ing)?|if|analys[ei]s|warum|pourquoi|analyse|por qué|análisis|análise|почему|анализ|чому|аналіз)(?!\p{L})/iu;
/** What these end in isn't done once, but followed whenever it has to be. */
const PROCEDURE =
  /(?:validation|verification|testing|test|review|release)\s+(?:steps|process|procedure|checklist)|(?:communication|incident response|contingency|rollback|disaster recovery|mitigation|backup)\s+plan/iu;

/**
 * What a heading's words say of the section; `neutral` where they say nothing. The last word weighs most: "Risk
 * review" is a review, but "Production readiness review items" are items.
 */
export const kindOfTitle = remembering((title: string): SectionKind => {
  if (ASKS.test(title) || PROCEDURE.test(title)) return 'other';
  // "For the future", "For future maintainers" says for whom.
  if (/^\P{L}*for\s/iu.test(title)) return 'neutral';
  // "Phase 6: Testing and validation" is when, not what for.
  const phase = PHASE.exec(title);
  if (phase && phase[0].length < title.length) {
    const kind = kindOfTitle(title.slice(phase[0].length));
    return kind === 'other' ? 'neutral' : kind;
  }
  if (AHEAD.test(title)) return 'work';
  const words = title.replace(/\s*\([^()]*\)\s*$/u, '');
  const head = headOf(words);
  const ofHead = head === words ? 'neutral' : kindOfWords(head);
  return ofHead === 'neutral' ? kindOfWords(words) : ofHead;
});

function kindOfWords(words: string): SectionKind {
  const speaksOf = (kinds: typeof KINDS): SectionKind | undefined =>
    kinds.find(([, pattern]) => pattern.test(words))?.[0];
  return WORK_LAST.test(words)
    ? (speaksOf(KINDS.filter(([kind]) => kind !== 'other')) ?? 'work')
    : (speaksOf(KINDS) ?? 'neutral');
}

/** A bullet or line with one of these labels tells details of what stands above it; it is no work. */
const DETAILS: Words = {
  en: 'tests?|verify|verification|evidence|proof|repository|branch|status(?: quo)?|owner|assignee|priority|effort|estimate|eta|due(?: date)?|deadline|timeline|duration|target|files?(?: to [a-z]+)?|location|issue|action required|tools?|technolog(?:y|ies)|tech stack|examples?|includes?|including|such as|e\\.g\\.|i\\.e\\.|notes?|why|how|what|where|when|who|stages?|pipeline stages|benefits?|risks?(?: level)?|impact|result|outcome|goals?|objectives?|description|details?|requirements?|acceptance|acceptance criteria|success criteria|success metrics?|deliverables?|references?|links?|approach|rationale|context|cost|savings|problem|solution|cause|root cause|current|expected|scope|metrics?|performance target|dependenc(?:y|ies)|depends on|blocks|blocked by|related|see also|pros?|cons?|(?:[a-z]+ )*total|summary|version|last updated|created|updated|author|date|theme|focus|trigger|source|severity|quick action|hotspots?|responsibilit(?:y|ies)|limitations?|pain points?',
  de: 'tests?|ziel|nutzen|risiko|risiken|ergebnis|resultat|hinweis|abhängigkeiten|beschreibung|aufwand|datei(?:en)?|technologie|warum|status|grund|problem|lösung|voraussetzung(?:en)?|verantwortlich',
  fr: 'objectifs?|description|fichiers?|bénéfices?|impact|priorité|note|dépendances|résultats?|statut|problème|solution|pourquoi|coût|version cible|nécessite|considérer|livrables?|responsable',
  es: 'objetivos?|descripción|archivos?|impacto|beneficios?|nota|problema|solución|causa|error|estado|resultados?|prioridad|dependencias|tiempo|responsable',
  pt: 'objetivos?|descrição|arquivos?|impacto|benefícios?|nota|problema|solução|causa|resultados?|prioridade|dependências|responsável',
  sv: 'mål|beskrivning|filer|nytta|risk|resultat|problem|lösning|prioritet|beroenden|estimat',
  ru: 'цель|описание|файлы?|проблема|решение|прогресс|результат|статус|приоритет|зависимости|срок|почему',
  uk: 'мета|опис|файли?|проблема|рішення|результат|статус|пріоритет|залежності|термін',
  zh: '目标|目的|说明|描述|文件|问题|解决(?:方案)?|方案|结果|现状(?:快照)?|范围|影响|风险|备注|参考|依赖|主题|当前版本|下一目标|状态',
  ja: '目的|目標|説明|問題|解決(?:策)?|解決すべき問題|ファイル|現在のコード|結果|影響|備考|参考|日時|理由|リスク|状態|課題',
  ko: '목표|목적|설명|문제|해결|파일|결과|영향|비고|이유|상태',
};
const DETAIL_LABEL = patternOf(DETAILS, (words) => `^(?:${words.join('|')})$`);

export const isDetailLabel = (label: string): boolean => DETAIL_LABEL.test(label.trim());

/** A heading that is one more field of the heading above it: `### Objective : Multi-Cloud.` */
export const isDetailHeading = (title: string): boolean => {
  const label = /^([\p{L} ]{2,30}?)\s*[:：]\s*\S/u.exec(title);
  // "Priority: High" groups what stands beneath it.
  return label !== null && isDetailLabel(label[1] ?? '') && !isBucketTitle(title);
};

/** What a column of a work table holds: a field, the work's title, or its id. */
export type Column = FieldName | 'title' | 'id';

/** Words in the header of a column, tried in this order: "Target date" is a due before "Target" is anything. */
const COLUMNS: readonly (readonly [Column, Words])[] = [
  ['id', { en: 'task id|item id|id|ref|#|key|code|no|nr', ru: '№' }],
  [
    'owners',
    {
      en: 'owners?|assignees?|assigned(?: to)?|responsible|champions?|lead|dri|who|ownership|team',
      de: 'verantwortlich|zuständig|wer',
      fr: 'responsable',
      es: 'responsable',
      pt: 'responsável',
      sv: 'ansvarig',
      ru: 'ответственный|исполнитель',
      uk: 'відповідальний|виконавець',
      zh: '负责人|責任者',
      ja: '担当|責任者',
      ko: '담당',
    },
  ],
  [
    'status',
    {
      en: 'status|state|progress|done',
      de: 'status|stand|zustand',
      fr: 'statut|état',
      es: 'estado',
      pt: 'estado|situação',
      sv: 'status|läge',
      ru: 'статус|состояние',
      uk: 'статус|стан',
      zh: '状态|狀態|进度',
      ja: '状態|状況|ステータス|進捗',
      ko: '상태|진행',
    },
  ],
  [
    'priority',
    {
      en: 'priority|prio|severity|importance|moscow',
      de: 'priorität',
      fr: 'priorité',
      es: 'prioridad',
      pt: 'prioridade',
      sv: 'prioritet',
      ru: 'приоритет',
      uk: 'пріоритет',
      zh: '优先级|優先',
      ja: '優先',
      ko: '우선순위',
    },
  ],
  [
    'completed',
    {
      en: 'completed(?: on)?|completion date|finished|date completed|shipped',
      de: 'erledigt am',
      zh: '完成日期|完成时间',
      ja: '完了日',
      ko: '완료일',
    },
  ],
  [
    'effort',
    {
      en: 'effort|estimates?|est|estimated (?:effort|time|hours|days|duration)|hours|duration|size|complexity|points|time estimate|loe',
      de: 'aufwand|schätzung|dauer',
      fr: 'effort|estimation|durée|charge',
      es: 'esfuerzo|estimación|duración|tiempo',
      pt: 'esforço|estimativa|duração',
      sv: 'estimat|insats|tid',
      ru: 'оценка|трудозатраты|время|срок(?:и)? выполнения',
      uk: 'оцінка|час',
      zh: '工作量|预计时间|工期|工时',
      ja: '工数|見積',
      ko: '공수|예상',
    },
  ],
  [
    'due',
    {
      en: 'due(?: date)?|deadline|target(?: date| completion| quarter| release)?|eta|end(?: date)?|by|when|timeline|quarter|date|timeframe|milestone end date|planned',
      de: 'fällig|frist|termin|ziel(?:datum)?|wann|datum',
      fr: 'échéance|date|délai|quand',
      es: 'fecha|plazo|cuándo|vencimiento',
      pt: 'prazo|data|quando',
      sv: 'datum|när|deadline',
      ru: 'срок|дедлайн|дата|когда',
      uk: 'термін|дата|коли',
      zh: '截止|日期|时间|目标日期',
      ja: '期限|期日|日付|時期',
      ko: '기한|마감|날짜|시기',
      tr: 'tarih|bitiş|son tarih',
    },
  ],
  [
    'title',
    {
      en: 'tasks?|items?|features?|titles?|names?|scenario|deliverables?|work(?: items?)?|actions?|action items?|initiatives?|milestones?|goals?|command|issues?|improvements?|enhancements?|steps?|what|components?|epics?|story|stories|ticket|activity|topic|projects?|module|capability|area|objective|description|requirement|bug|fix',
      de: 'aufgaben?|punkt|funktion|thema|schritt|maßnahme|was|beschreibung',
      fr: 'tâches?|fonctionnalités?|actions?|étapes?|quoi|description',
      es: 'tareas?|funcionalidad|función|acción|acciones|pasos?|descripción',
      pt: 'tarefas?|funcionalidade|ação|ações|passos?|descrição',
      sv: 'uppgift|funktion|åtgärd|steg|beskrivning',
      ru: 'задачи?|задача|функция|шаг|этап|описание|название',
      uk: 'завдання|задача|функція|крок|опис|назва',
      tr: 'görev|özellik|iş|açıklama',
      zh: '工作项|任务|功能|事项|模块|项目|名称|内容|描述|目标',
      ja: 'タスク|機能|項目|作業|内容|名称|説明',
      ko: '작업|기능|항목|내용|설명',
    },
  ],
];
const COLUMN_PATTERNS = COLUMNS.map(([column, words]) => [column, anyOf(words)] as const);

export function columnOf(header: string): Column | undefined {
  const words = header.replace(/[*\\]+/gu, '').replace(/\(s\)/giu, 's');
  return COLUMN_PATTERNS.find(([, pattern]) => pattern.test(words))?.[0];
}

const MEASURE = anyOf({
  en: 'metrics?|kpi|baseline|endpoints?|script|route|method|port|environment|variable|file|purpose|problem|current|before|after|cost|savings|payback|likelihood|probability|mitigation|threshold|value|impact|risk|version|changes?|score|result|budget|price|benefit',
  de: 'kosten|risiko|wahrscheinlichkeit|aktuell|wert',
  fr: 'coût|risque|probabilité|actuel|valeur|impact',
  es: 'métodos?|archivo|tabla|módulo|coste?o?|riesgo|probabilidad|actual|valor|impacto',
  pt: 'custo|risco|probabilidade|atual|valor|impacto',
  sv: 'kostnad|risk|sannolikhet|värde',
  ru: 'стоимость|риск|вероятность|текущ\\p{L}*|значение',
  uk: 'вартість|ризик|ймовірність|поточн\\p{L}*|значення',
  zh: '结果|指标|当前|成本|风险|概率|影响|版本|数值',
  ja: '結果|指標|現在|コスト|リスク|確率|影響|バージョン|値',
  ko: '결과|지표|현재|비용|위험|확률|영향|버전|값',
});

/** A column of a table that measures, weighs risks or tells of changes; one of them may stand beside work too. */
export const isMeasureColumn = (header: string): boolean => MEASURE.test(header);

const BUCKET = new RegExp(
  `^\\W*(?:(?:${[
    'phase|sprint|week|month|quarter|milestone|stage|iteration|tier|track|wave|option|alternative|priority|release|version|year|day',
    'phase|woche|monat|quartal|meilenstein|priorität|version|jahr',
    'phase|semaine|mois|trimestre|étape|jalon|priorité|version',
    'fase|semana|mes|trimestre|hito|prioridad|versión|versão|mês|prioridade|marco',
    'fas|vecka|månad|kvartal|milstolpe|prioritet',
    'фаза|этап|неделя|месяц|квартал|спринт|приоритет|версия|етап|тиждень|місяць',
  ].join(
    '|',
  )})s?(?:\\s*(?:\\d[\\d.]*(?:\\s?[-–—&+]\\s?\\d+)?|[IVX]+|[a-z])(?![\\p{L}\\d])[.:：]?|\\s*[:：]|\\s*$)|v?\\d+(?:\\.[\\dx]+)+|v\\d+|(?:19|20)\\d\\d|[QH][1-4]|P[0-4]|第.{1,3}(?:阶段|周|月)|阶段|フェーズ|aşama|faza)(?![\\p{L}-])`,
  'iu',
);

/** "Foundation phase (weeks 3-4)". */
const NAMED_PHASE = /^\P{L}*(?:\p{L}+\s){1,3}(?:phase|sprint|stage)\s*\([^()]*\d[^()]*\)\P{L}*$/iu;

/** A heading that groups by phase, time, version or priority: it holds work, and is none. */
export const isBucketTitle = (title: string): boolean => BUCKET.test(title) || NAMED_PHASE.test(title);

/** "Phase 2", "v1.4", "Q3 2025" and nothing else. */
export const isBareBucket = (title: string): boolean =>
  !/\p{L}{2}/u.test(title.replace(BUCKET, '').replace(/\([^()]*\)/gu, ''));

/** "Prototyping schedule": what is done when; but not when people meet. */
export const isWorkSchedule = (title: string): boolean =>
  /(?:schedule|zeitplan|calendrier|cronograma|schema|расписание|график)\P{L}*$/iu.test(title) &&
  !/review|meeting|release|maintenance|sync/iu.test(title);

/** What people call a piece of work when they number it in languages other than English: "Tâche 1.1". */
export const NUMBERED_WORK = 'tâche|tarea|tarefa|aufgabe|uppgift|задача|завдання|任务|タスク|작업';
