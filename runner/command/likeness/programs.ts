import { distance } from '../../core/distance.ts';

/** Programs that are called in tutorials about Docker, and the shell's own commands. */
const unmistakable =
  'docker docker-compose docker-machine boot2docker docker-credential-helper dockerd dockerd-rootless-setuptool.sh podman nerdctl buildah skopeo crane dive hadolint trivy ' +
  'cd ls ll la pwd mkdir rmdir rm cp mv ln cat tac touch chmod chown chgrp tee tar gzip gunzip unzip zip bzip2 xz rsync stat du df dd mount umount lsblk blkid fdisk mkfs ' +
  'echo printf export unset alias source eval exec sudo su doas newgrp env printenv grep egrep fgrep sed awk gawk xargs wc uniq tr diff basename dirname realpath readlink seq tree jq yq ' +
  'curl wget ping ping6 nc ncat netcat telnet ssh scp sftp ssh-keygen ssh-copy-id ssh-add nslookup dig host traceroute tracepath ip ifconfig ipconfig netstat ss arp route brctl iptables nft tcpdump nmap iperf iperf3 ab hey wrk bridge ethtool ' +
  'ps pgrep pkill killall pstree htop lsof free uptime uname hostname whoami id groups useradd userdel usermod groupadd adduser addgroup passwd chpasswd getent lsb_release nproc lscpu vmstat iostat strace ltrace nsenter unshare lsns getcap capsh ' +
  'systemctl journalctl dmesg sysctl modprobe lsmod ulimit crontab timedatectl hostnamectl loginctl reboot shutdown ' +
  'apt apt-get apt-key apt-cache add-apt-repository dpkg dpkg-reconfigure yum yum-config-manager dnf rpm apk pacman zypper snap flatpak brew choco winget scoop wsl gpg update-alternatives locale-gen ' +
  'vi vim nvim nano emacs pico notepad code gedit subl pip pip3 pipenv poetry conda python python2 python3 ipython flask django-admin gunicorn uvicorn pytest virtualenv jupyter npm npx yarn pnpm nodejs ' +
  'mvn mvnw gradle gradlew java javac jar jshell dotnet gcc g++ cargo rustc rustup gem bundle bundler rails rake ruby irb php composer perl ' +
  'mysql mysqladmin mysqldump mysql_secure_installation mariadb psql pg_dump createdb redis-cli redis-server mongo mongosh mongod sqlite3 sqlcmd sqlplus rabbitmqctl influx ' +
  'git gh svn kubectl minikube kind helm kompose k3s k3d terraform ansible ansible-playbook vagrant VBoxManage aws gcloud az eksctl heroku doctl flyctl oc ' +
  'nginx httpd apachectl apache2ctl a2enmod htpasswd openssl certbot bash sh zsh ash dash ksh fish pwsh powershell cmd clear reset tput stty tty man less nohup winpty sshpass setenforce getenforce firewall-cmd ufw semanage restorecon ' +
  'iwr iex losetup emerge insmod cls dir md ipconfig findstr netsh tasklist taskkill xcopy icacls setx pbcopy xclip lazydocker ctop md5sum sha256sum base64 hexdump xxd od cowsay figlet lolcat fortune stress stress-ng sleep . mkfifo pushd popd fg bg jobs disown hash umask trap chroot debootstrap ' +
  'google-chrome google-chrome-stable chromium chromium-browser firefox sensible-browser xdg-open update-ca-certificates update-ca-trust pg_ctl pg_basebackup pg_restore initdb etcdctl consul vault nomad jenkins envsubst dos2unix iconv file mktemp shred truncate fallocate logger rev expr bc gosu tini entrypoint.sh docker-php-ext-install manage.py hugo jekyll mkdocs gatsby cmake cosign crictl ctr findmnt kubeadm locate ngrok poweroff redis-benchmark siege swapoff swapon systemd-run timeout tmux visudo zcat : containerd explorer rd comm compose ng vue expo sbt lein mix iex elixir erl ghc stack deno bun tsc webpack vite ' +
  'runc crun notary newuidmap newgidmap chronyc airflow pvcreate vgcreate lvcreate pvs vgs lvs showmount grype syft atop iotop iftop conntrack ipvsadm';

/** Programs whose name is also a word of a sentence: they need more to be believed. */
const words =
  'make find test time which who more sort cut join split watch open start set run service at top head tail exit history go node yes wait read type date ' +
  'install let if for while until case function select do done then fi else esac help import from screen link look script mail write true false kill login logout r R less move copy del ' +
  'use show last command builtin users print return nice sum tail quit update declare shift cal nodemon';

/** Words that begin lines of prose and of output at least as often as commands: an argument must tell. */
const oftenProse =
  'at cut date diff file find go head history host id install kind last less make man more node reset screen service set sort source tail time top type watch which yes code env copy compose comm dive ' +
  'bridge stack trap hash fortune poetry snap scoop jenkins consul vault nomad expo mix bun vue crane logger rev heroku hey flask';

const certain = new Set(unmistakable.split(' '));
const prosaic = new Set(oftenProse.split(' '));
const doubtful = new Set(words.split(' '));

/** What follows makes these words programs for certain. */
const confirmed: Readonly<Record<string, RegExp>> = {
  go: /^(?:mod|build|run|get|install|test|version|fmt|env|vet|tool|generate)$/,
  service: /^[\w.@-]+ (?:start|stop|restart|reload|force-reload|status)$|^--status-all$/,
  make: /^(?:[\w./-]+|-\w.*)$/,
  node: /^(?:-v|--version|[\w./-]+\.m?js)$/,
  open: /^["']?(?:https?:|-a|\.)|^localhost\b/,
  start: /^["']?https?:|^localhost\b/,
  find: /^(?:[./~]|\/)/,
  which: /^[\w.-]+$/,
  kill: /^(?:-|\d|%)/,
  set: /^[-+]/,
  test: /^-/,
  type: /^[\w.-]+\.\w+$/,
};

/** Words that are a whole command. */
const alone = new Set('exit top date history clear logout who wait node make help last'.split(' '));

/** Names long enough to be known when two letters are wrong. */
const oftenMisspelt = ['docker', 'docker-compose', 'systemctl', 'apt-get'];

type ProgramLikeness =
  | 'program'
  /** A program whose name is a word, too. */
  | 'word'
  /** A script called by its path. */
  | 'script'
  | 'misspelt'
  | 'unknown';

/** How sure one can be that a first word is a program. */
export function programLikeness(word: string, args: readonly string[] = []): ProgramLikeness {
  const name = word.replace(/^(?:\.{0,2}|~)?\/(?:[\w.-]+\/)*(?=[\w.-]+$)/, '').replace(/\.exe$/i, '');
  if (certain.has(name)) return 'program';
  if (doubtful.has(name)) return isConfirmed(name, args) ? 'program' : 'word';
  if (/^(?:\.{1,2}|~)[\\/][\w./\\-]+$/.test(word) || /^[\w./-]+\.(?:sh|bash|ps1|bat|cmd)$/.test(word)) return 'script';
  if (/^[A-Z][a-z]+-[A-Z]\w+$/.test(word)) return 'program';
  const near =
    word.length > 4 &&
    oftenMisspelt.some((known) => Math.abs(known.length - word.length) <= 1 && distance(word, known) <= 2);
  return near ? 'misspelt' : 'unknown';
}

function isConfirmed(name: string, args: readonly string[]): boolean {
  const [next] = args;
  if (next === undefined) return alone.has(name);
  return (
    Object.hasOwn(confirmed, name) &&
    args.length <= (['make', 'service', 'which'].includes(name) ? 3 : 8) &&
    confirmed[name]?.test(name === 'service' ? args.join(' ') : next) === true
  );
}

/**
 * Whether a line that begins with this word calls a program: surely, perhaps (the word begins sentences, too), or not
 * as far as the word tells.
 */
export function firstWord(word: string): 'program' | 'perhaps' | 'unknown' {
  if (prosaic.has(word)) return 'perhaps';
  return certain.has(word) ||
    ['exit', 'logout', 'kill', 'cal', 'del'].includes(word) ||
    /^[A-Z][a-z]+-[A-Z]\w+$/.test(word)
    ? 'program'
    : 'unknown';
}
