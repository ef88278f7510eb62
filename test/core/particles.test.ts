import { expect, test } from 'vitest';
import { wording } from '../../runner/core/message.ts';
import { withParticles } from '../../runner/core/particles.ts';

test.each([
  ['이미지', '이미지를 이미지가 이미지는 이미지와 이미지로'],
  ['볼륨', '볼륨을 볼륨이 볼륨은 볼륨과 볼륨으로'],
  ['파일', '파일을 파일이 파일은 파일과 파일로'],
  ['nginx', 'nginx를 nginx가 nginx는 nginx와 nginx로'],
  ['web-ping', 'web-ping을 web-ping이 web-ping은 web-ping과 web-ping으로'],
  ['volume', 'volume을 volume이 volume은 volume과 volume으로'],
  ['shell', 'shell을 shell이 shell은 shell과 shell로'],
  ['file', 'file을 file이 file은 file과 file로'],
  ['app', 'app을 app이 app은 app과 app으로'],
  ['compose', 'compose를 compose가 compose는 compose와 compose로'],
  ['URL', 'URL을 URL이 URL은 URL과 URL로'],
  ['ID', 'ID를 ID가 ID는 ID와 ID로'],
  ['1', '1을 1이 1은 1과 1로'],
  ['20', '20을 20이 20은 20과 20으로'],
  ['127', '127을 127이 127은 127과 127로'],
  ['29', '29를 29가 29는 29와 29로'],
])('behind %s', (word, wanted) => {
  expect(withParticles(`${word}을(를) ${word}이(가) ${word}은(는) ${word}와(과) ${word}(으)로`)).toBe(wanted);
});

test('quotes and brackets are not read out; where nobody can tell, both stay', () => {
  expect(withParticles('"web"을(를) `nginx`이(가) (볼륨)은(는)')).toBe('"web"을 `nginx`가 (볼륨)은');
  expect(withParticles('을(를) 日本을(를)')).toBe('을(를) 日本을(를)');
});

test('a sentence of the catalogue has the particle of what it is filled with', () => {
  const told = (exit: string) => wording({ code: 'step-failed-silently', args: { exit } }, 'ko');
  expect(told('1')).toBe('명령이 아무 출력 없이 종료 코드 1로 실패했지만 챕터에는 그런 내용이 없습니다.');
  expect(told('125')).toBe('명령이 아무 출력 없이 종료 코드 125로 실패했지만 챕터에는 그런 내용이 없습니다.');
  expect(told('130')).toBe('명령이 아무 출력 없이 종료 코드 130으로 실패했지만 챕터에는 그런 내용이 없습니다.');
});
