import type { Sentences } from './sentence.ts';

export const shelf = {
  'image-build-failed': {
    en: 'The stand-in {image} could not be built: {why}',
    ko: '대체 이미지 {image}을(를) 만들지 못했습니다: {why}',
  },
  'shelf-empty': {
    en: 'The shelf is empty. Run "tutor images prepare" first.',
    ko: '선반이 비어 있습니다. 먼저 "tutor images prepare"를 실행하십시오.',
  },
  'not-a-shelf': {
    en: '"{file}" is not a shelf that "tutor images export" has written.',
    ko: '"{file}"은(는) "tutor images export"로 만든 선반 파일이 아닙니다.',
  },
  'shelf-file-failed': {
    en: 'The shelf cannot be carried by "{file}": {why}',
    ko: '선반을 "{file}" 파일로 옮길 수 없습니다: {why}',
  },
  'setup-shelf': {
    en: "Docker Hub does not answer: build {count} {count|stand-in image|stand-in images} from packages in tutor's cache (about {megabytes} MB, {minutes} min): {list}.",
    ko: '도커 허브가 응답하지 않으므로 대체 이미지 {count}개를 패키지로 tutor의 캐시에 만듭니다(약 {megabytes}MB, {minutes}분): {list}.',
  },
  'stand-in-apk': {
    en: '{reference} is a stand-in ({builtFrom}) without apk.',
    ko: '{reference}은(는) apk가 없는 대체 이미지입니다({builtFrom}).',
  },
  'stand-in-distribution': {
    en: '{reference} is a stand-in ({builtFrom}); it is not the distribution that is looked at here.',
    ko: '{reference}은(는) 대체 이미지이므로({builtFrom}) 여기서 확인하는 배포판과 다릅니다.',
  },
  'stand-in-packages': {
    en: '{reference} is a stand-in ({builtFrom}) with other packages.',
    ko: '{reference}은(는) 패키지 구성이 다른 대체 이미지입니다({builtFrom}).',
  },
  'stand-in-version': {
    en: '{reference} is a stand-in with another version ({builtFrom}).',
    ko: '{reference}은(는) 버전이 다른 대체 이미지입니다({builtFrom}).',
  },
  'stand-in-inspect': {
    en: 'what is shown is the image itself, and a stand-in is another one',
    ko: '여기서 보는 것은 이미지 자체인데 대체 이미지는 원래 이미지와 다릅니다',
  },
  'image-from-hub': { en: 'Docker Hub', ko: '도커 허브' },
  'image-ready': { en: 'shelf', ko: '선반' },
  'image-not-built': { en: 'shelf, not built yet', ko: '선반(아직 없음)' },
  'image-of-chapter': { en: 'built by the chapter', ko: '챕터에서 만듦' },
  'image-nowhere': { en: 'nowhere to be had', ko: '구할 수 없음' },
  'images-columns': { en: 'IMAGE|FROM|SIZE|BUILT FROM', ko: '이미지|출처|크기|만든 재료' },
  'images-none': { en: 'No images.', ko: '이미지가 없습니다.' },
  'images-prepared': { en: 'All images are ready: {count}.', ko: '이미지가 모두 준비되었습니다: {count}개.' },
  'images-out-of-reach': {
    en: 'Docker Hub does not answer, and the engine does not have: {list}. Steps that need them will be broken.',
    ko: '도커 허브가 응답하지 않고 엔진에도 없는 이미지: {list}. 이 이미지가 필요한 단계는 실행할 수 없습니다.',
  },
  'images-unknown': {
    en: 'Nowhere to be had without Docker Hub, and not on the shelf: {list}.',
    ko: '도커 허브 없이는 구할 수 없고 선반에도 없는 이미지: {list}.',
  },
  'images-exported': { en: 'The shelf is in {file} ({size}).', ko: '선반을 {file}에 담았습니다({size}).' },
  'images-imported': {
    en: 'The shelf now has {count} {count|image|images}.',
    ko: '이제 선반에 이미지가 {count}개 있습니다.',
  },
  'images-removed': { en: 'Freed {size}.', ko: '{size}을(를) 비웠습니다.' },
  'unknown-images-action': {
    en: '"tutor images {action}" takes one file.',
    ko: '"tutor images {action}"에는 파일 이름 하나가 필요합니다.',
  },
} as const satisfies Sentences;
