import assert from 'node:assert/strict';
import { namedOnce } from '../../../src/search/text/namedOnce';

describe('Words that are told as a reason', () => {
  const told = (...texts: string[]) => namedOnce(texts, 3).join(', ');

  it('are named once: a group of words takes the place of its words', () => {
    assert.equal(told('Memory', 'Memory Networks'), 'Memory Networks');
    assert.equal(told('Memory Networks', 'Memory', 'Attention'), 'Memory Networks, Attention');
    assert.equal(told('Networks', 'Attention', 'memory', 'Memory Networks'), 'Networks, Attention, memory');
    assert.equal(told('Networks', 'memory', 'Memory Networks', 'Attention'), 'Memory Networks, Attention');
    assert.equal(told('arms', 'arms of the octopus', 'octopuses'), 'arms of the octopus');
  });

  it('are named once: groups have no word in common', () => {
    assert.equal(told('recurrent neural', 'neural networks', 'networks'), 'recurrent neural, networks');
    assert.equal(told('Networks of Memory', 'Memory Networks'), 'Networks of Memory');
  });

  it('are named once, be it one thing or many', () => {
    for (const [one, many] of [
      ['network', 'Networks'],
      ['memory', 'memories'],
      ['bias', 'biases'],
      ['analysis', 'analyses'],
      ['matrix', 'matrices'],
      ['vertex', 'vertices'],
      ['stimulus', 'stimuli'],
      ['spectrum', 'spectra'],
      ['criterion', 'criteria'],
    ]) {
      assert.equal(told(one, many), one);
      assert.equal(told(many, one), many);
      assert.equal(told(`deep ${one}`, many), `deep ${one}`);
    }
  });

  it('are all named where they are different', () => {
    assert.equal(told('state', 'statistics', 'estate'), 'state, statistics, estate');
    assert.equal(told('cat', 'cats and dogs', 'dog'), 'cats and dogs');
    assert.deepEqual(namedOnce(['Netz', 'Netze'], 3, false), ['Netz', 'Netze']);
  });

  it('are as many as fit, the most telling ones', () => {
    assert.equal(told('a few', 'bees', 'visit', 'meadows'), 'a few, bees, visit');
    assert.equal(told(), '');
  });
});
