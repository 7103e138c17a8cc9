import { stem } from './analysis';

/**
 * Words of everyday English that say little of what a text is about, beside the stop words. Abstracts use them so seldom that
 * rarity alone takes them for telling; who tells in own words what a paper said uses them all the time.
 */
const EVERYDAY = [
  // how many, how much
  'one two three four five six ten once twice first second third last next half double several few many much more each both all',
  'less enough little lot bit big large larger small smaller long longer short high higher low lower full whole empty',
  'huge tiny single another per about nearly almost roughly exactly only merely quite very too rather somewhat especially mostly',
  // when, where, in what order
  'now today before after earlier later early late soon already still yet again always never ever sometimes often usually while until',
  'during meanwhile then finally beginning end start along around away back beside between beyond close closer far near inside',
  'outside over under up down above below out off through together apart toward towards across without within left right forth',
  // being, having, doing
  'is are was were been being become becomes became have having has do doing done does make makes made making take takes took taken',
  'give gives gave given get gets got put puts keep keeps kept let lets set sets bring brings brought hold holds held leave leaves',
  'leaving stay stays remain remains go goes going gone come comes came turn turns turned run runs ran move moves moved stand stands',
  'stop stops stopped begin begins began starts started finish happen happens happened want wants need needs needed try tries tried',
  'help helps helped work works worked use uses used using serve serves pay pays paid cost costs',
  // seeing, thinking, saying
  'see sees saw seen look looks looked show shows showed shown find finds found know knows knew known think thinks thought mean means',
  'meant matter matters say says said tell tells told ask asks asked call calls called',
  'hope guess decide decides choose chooses chosen choice pick picks picked',
  // changing, moving things about
  'add adds added drop drops dropped cut cuts grow grows grew grown rise rises fall falls fell change changes changed',
  'build builds built pull push carry carries carried reach reaches reached touch touched',
  'lose loses lost spend spends spent meet meets met allow allows let follow follows require',
  'requires fit fits lead leads led pass passes passed send opens hand',
  'hands promise promises',
  // what things are like
  'good better best well bad worse worst great nice fine new old same different other others such own common usual certain sure clear',
  'clearly easy easily hard simple simply difficult slow slowly fast faster quick quickly ready',
  'alike likely possible important useful plain ordinary able unable',
  // things, people, ways
  'thing things something anything nothing everything someone anyone everyone man place part parts piece pieces side',
  'sides kind kinds sort way ways case cases step steps rest kinds',
  'time times day days year years use trouble problem problems',
  // joining
  'because since though although however therefore thus hence instead even also just like unlike whether if unless whereas despite',
  'beside besides against according based upon via',
];

const stems = new Set(EVERYDAY.join(' ').split(' ').map(stem));

/** Whether a word, by its stem, is one of everyday English. */
export function isEverydayStem(term: string): boolean {
  return stems.has(term);
}
