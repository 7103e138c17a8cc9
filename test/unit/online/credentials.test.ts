import assert from 'node:assert/strict';
import { mailtoOf, plainKey } from '../../../src/online/requests/credentials';

describe('What a user gives for services', () => {
  it('is a key without what was copied along with it', () => {
    for (const key of ['aB-9_x', ' aB-9_x\n', '“aB-9_x”', '"aB-9_x"', 'aB-\u200b9_x', '\ufeff‘aB-9_x’ '])
      assert.equal(plainKey(key), 'aB-9_x', JSON.stringify(key));
    assert.equal(plainKey(' \u200b'), '');
  });

  it('is no key where letters are in it that no header can hold', () => {
    for (const key of ['schlüssel', 'ключ', 'a…b']) assert.equal(plainKey(key), undefined, key);
  });

  it('is an e-mail address that a header can hold', () => {
    assert.equal(mailtoOf('me@example.org'), 'me@example.org');
    assert.equal(mailtoOf('jürgen@exämple.org\u200b'), 'j%C3%BCrgen@ex%C3%A4mple.org');
    for (const email of ['用户@例子.cn', 'a\nb@c', 'a)b@c', '\ud800@c']) {
      new Headers({ 'User-Agent': `x (mailto:${mailtoOf(email)})` });
      assert.match(mailtoOf(email), /^[\x21-\x7e]+$/);
    }
  });
});
