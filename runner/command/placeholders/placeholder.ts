/** Something in a command that the reader must replace. Offsets are into the text given. */
export interface Placeholder {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly style: PlaceholderStyle;
  /** From 0 to 1. */
  readonly confidence: number;
}

export type PlaceholderStyle =
  /** `<image>` */
  | 'angle'
  /** `[OPTIONS]`, `[:TAG]`, `[이미지 이름]` */
  | 'square'
  /** `{name}` */
  | 'curly'
  /** `IMAGE`, `CONTAINER_NAME` */
  | 'upper'
  /** `컨테이너_이름`, `이미지명` */
  | 'native'
  /** `your-name`, `my_user` */
  | 'your'
  /** `...` */
  | 'dots'
  /** `xxx`, `x.x.x.x` */
  | 'x'
  /** `$$team$$`, `[[HOST_IP]]`: a course's own */
  | 'variable'
  /** `«name»`, `%name%`, `'컨테이너 이름'` */
  | 'other';
