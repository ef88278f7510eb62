import type { HostSettings } from '../host-settings.ts';
import { block, type Recipe } from '../recipe.ts';
import { aptCaches } from './apt.ts';
import { workshop } from './debian.ts';

/** One static program and the files of a small system: what `busybox` and `alpine` stand-ins are made of. */
export function busybox(host: HostSettings): Recipe {
  const shop = workshop('bookworm', host);
  const text = `FROM ${shop.reference} AS parts
COPY accounts /out
COPY users /parts
RUN ${aptCaches} apt-get update -qq && cd /tmp && apt-get download -qq busybox-static && dpkg -x busybox-static*.deb /tmp/it
RUN cd /out && mkdir -p bin dev etc/ssl/certs home lib media mnt opt proc root run sbin srv sys tmp usr/bin usr/sbin \\
      usr/local/bin usr/local/sbin usr/local/lib usr/lib usr/share var/cache var/empty var/lib var/local var/log var/mail \\
      var/opt var/spool var/tmp && chmod 1777 tmp var/tmp && chmod 700 root && ln -s /run var/run && ln -s /proc/mounts etc/mtab && \\
    cp /tmp/it/bin/busybox bin/busybox && chmod 755 bin/busybox && \\
    ${silence} && \\
    for applet in $(bin/busybox --list-full | grep -vE '(dpkg|dpkg-deb|rpm|rpm2cpio|linuxrc)$'); do \\
      [ -e "$applet" ] || ln -s /bin/busybox "$applet"; done && \\
    cp /etc/ssl/certs/ca-certificates.crt etc/ssl/certs/ && \\
    for name in adduser deluser; do install -m 755 /parts/$name usr/sbin/$name; done && \\
    ln -s adduser usr/sbin/addgroup && ln -s deluser usr/sbin/delgroup && chmod 640 etc/shadow && chown root:42 etc/shadow
FROM scratch
COPY --from=parts /out /
ENV PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin
CMD ["/bin/sh"]
`;
  const build = { kind: 'dockerfile', text } as const;
  const files = { ...accounts, 'users/adduser': adduser, 'users/deluser': deluser };
  return block({ reference: 'tutor/busybox:static', bases: [shop], build, files, megabytes: 3 });
}

/** Debian's shell greets at the start of each session; those of the images do not. The greeting is made an empty text. */
const silence = `perl -0777 -pi -e 's/\\n\\n(?=%s %s\\nEnter .help. for)/\\0\\n/' bin/busybox`;

/** The same with glibc's shared libraries: room for programs of Debian's packages and of Node. */
export function smallSystem(host: HostSettings): Recipe {
  const [base, shop] = [busybox(host), workshop('bookworm', host)];
  const text = `FROM ${shop.reference} AS parts
RUN cd /lib/*-linux-gnu && lib=$(pwd) && mkdir /out && \\
    collect /out $lib/libc.so.6 $lib/libm.so.6 $lib/libdl.so.2 $lib/libpthread.so.0 $lib/librt.so.1 $lib/libresolv.so.2 \\
      $(ls /usr/lib/*-linux-gnu/libstdc++.so.6) && \\
    for name in libc.so.6 libm.so.6 libdl.so.2 libpthread.so.0 librt.so.1 libresolv.so.2 libnss_files.so.2 libnss_dns.so.2 libstdc++.so.6 libgcc_s.so.1; do \\
      [ -e /out$lib/$name ] || cp -L $lib/$name /out$lib/$name; done
FROM ${base.reference}
COPY --from=parts /out /
`;
  return block({
    reference: 'tutor/small:bookworm',
    bases: [base, shop],
    build: { kind: 'dockerfile', text },
    megabytes: 10,
  });
}

const people = [
  ['root', 0, '/root', '/bin/sh'],
  ['bin', 1, '/bin', '/sbin/nologin'],
  ['daemon', 2, '/sbin', '/sbin/nologin'],
  ['lp', 7, '/var/spool/lpd', '/sbin/nologin'],
  ['mail', 8, '/var/mail', '/sbin/nologin'],
  ['news', 9, '/usr/lib/news', '/sbin/nologin'],
  ['operator', 11, '/root', '/sbin/nologin'],
  ['ftp', 21, '/var/lib/ftp', '/sbin/nologin'],
  ['sshd', 22, '/dev/null', '/sbin/nologin'],
  ['games', 35, '/usr/games', '/sbin/nologin'],
  ['guest', 405, '/dev/null', '/sbin/nologin'],
  ['nobody', 65534, '/', '/sbin/nologin'],
] as const;

const groups: Readonly<Record<string, number>> = {
  adm: 4,
  tty: 5,
  disk: 6,
  wheel: 10,
  audio: 18,
  video: 27,
  shadow: 42,
  'www-data': 82,
  users: 100,
  nogroup: 65533,
};

const accounts = {
  'accounts/etc/passwd': lines(
    people.map(([name, id, home, shell]) => `${name}:x:${id}:${id}:${name}:${home}:${shell}`),
  ),
  'accounts/etc/shadow': lines(people.map(([name]) => `${name}:${name === 'root' ? '*' : '!'}::0:::::`)),
  'accounts/etc/group': lines([
    ...people.map(([name, id]) => `${name}:x:${id}:`),
    ...Object.entries(groups).map(([name, id]) => `${name}:x:${id}:`),
  ]),
  'accounts/etc/hosts': lines(['127.0.0.1\tlocalhost', '::1\tlocalhost']),
  'accounts/etc/nsswitch.conf': lines(['hosts: files dns']),
  'accounts/etc/shells': lines(['/bin/sh', '/bin/ash']),
  'accounts/etc/profile': lines([
    'export PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin',
    "export PS1='\\h:\\w\\$ '",
    'umask 022',
    'for script in /etc/profile.d/*.sh; do [ -r "$script" ] && . "$script"; done',
    'unset script',
  ]),
};

function lines(of: readonly string[]): string {
  return `${of.join('\n')}\n`;
}

/** Debian's busybox leaves out the programs that make users; these take the options of the usual ones. */
const adduser = `#!/bin/sh
# adduser [-h HOME] [-g GECOS] [-s SHELL] [-G GROUP] [-S] [-D] [-H] [-u ID] USER [GROUP], addgroup [-g ID] [-S] GROUP
set -eu
me=\${0##*/}
id_free() { cut -d: -f3 "$1" | grep -qx "$2" && return 1 || return 0; }
next_id() { number=$2; until id_free "$1" "$number"; do number=$((number + $3)); done; echo "$number"; }
known() { cut -d: -f1 "$1" | grep -qx "$2"; }
join() { sed -i -e "/^$2:/s/:\\$/:,/" -e "/^$2:/s/\\$/,$1/" -e "/^$2:/s/,,*/,/g" -e "/^$2:/s/:,/:/" /etc/group; }
id= home= gecos= shell=/bin/sh group= system= nohome= operands=
while [ $# -gt 0 ]; do
  case $1 in
    -h | --home) home=$2; shift ;;
    -g | --gecos | --gid) gecos=$2; shift ;;
    -s | --shell) shell=$2; shift ;;
    -G | --ingroup) group=$2; shift ;;
    -u | --uid) id=$2; shift ;;
    -k) shift ;;
    -S | --system) system=1 ;;
    -H | --no-create-home) nohome=1 ;;
    -D | --disabled-password) ;;
    -SDH | -SHD | -DSH | -DHS | -HSD | -HDS) system=1 nohome=1 ;;
    -SD | -DS) system=1 ;;
    -DH | -HD) nohome=1 ;;
    -SH | -HS) system=1 nohome=1 ;;
    -*) echo "$me: unrecognized option: $1" >&2; exit 1 ;;
    *) operands="$operands $1" ;;
  esac
  shift
done
set -- $operands
name=\${1:?"a name is missing"}
[ -n "$system" ] && first=100 || first=1000
if [ "$me" = addgroup ]; then
  if [ $# -ge 2 ]; then join "$1" "$2"; exit 0; fi
  known /etc/group "$name" && { echo "addgroup: group '$name' in use" >&2; exit 1; }
  echo "$name:x:\${gecos:-$(next_id /etc/group $first 1)}:" >> /etc/group
  exit 0
fi
if [ $# -ge 2 ]; then join "$1" "$2"; exit 0; fi
known /etc/passwd "$name" && { echo "adduser: user '$name' in use" >&2; exit 1; }
id=\${id:-$(next_id /etc/passwd $first 1)}
if [ -n "$group" ]; then
  known /etc/group "$group" || { echo "adduser: unknown group $group" >&2; exit 1; }
  gid=$(grep "^$group:" /etc/group | cut -d: -f3)
elif [ -n "$system" ]; then
  gid=65533
else
  id_free /etc/group "$id" && gid=$id || gid=$(next_id /etc/group $first 1)
  echo "$name:x:$gid:" >> /etc/group
fi
[ -n "$system" ] && [ "$shell" = /bin/sh ] && shell=/sbin/nologin
home=\${home:-/home/$name}
echo "$name:x:$id:$gid:\${gecos:-Linux User,,,}:$home:$shell" >> /etc/passwd
echo "$name:!:0:0:99999:7:::" >> /etc/shadow
[ -z "$group" ] || join "$name" "$group"
[ -n "$nohome" ] || [ -d "$home" ] || { mkdir -p "$home"; chown "$id:$gid" "$home"; chmod 755 "$home"; }
`;

const deluser = `#!/bin/sh
# deluser USER [GROUP], delgroup GROUP
set -eu
me=\${0##*/}
name=\${1:?"$me: a name is missing"}
[ "\${1}" = --remove-home ] && { shift; name=$1; }
if [ "$me" = deluser ] && [ $# -lt 2 ]; then
  sed -i "/^$name:/d" /etc/passwd /etc/shadow
  sed -i -e "s/\\([:,]\\)$name\\(,\\|\\$\\)/\\1/" -e 's/,$//' /etc/group
  exit 0
fi
if [ $# -ge 2 ]; then sed -i -e "/^$2:/s/\\([:,]\\)$name\\(,\\|\\$\\)/\\1/" -e 's/,$//' /etc/group; exit 0; fi
sed -i "/^$name:/d" /etc/group
`;
