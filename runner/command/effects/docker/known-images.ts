import type { ImageName } from '../../docker/image-name.ts';

/** What an image starts when no command is given. */
export type ImageProgram =
  /** A server: in the foreground it never ends. */
  | { readonly kind: 'server' }
  /** A shell or another prompt where a terminal is given; ends at once without. */
  | { readonly kind: 'prompt'; readonly program: string; readonly shellLike: boolean }
  /** A program that does its work and ends. */
  | { readonly kind: 'task' };

/** Default commands of the images that tutorials run, by their Docker Hub pages. */
const names: Readonly<Record<string, string>> = {
  server:
    'nginx httpd redis mysql mariadb postgres mongo registry rabbitmq wordpress tomcat jenkins jenkins/jenkins ghost ' +
    'elasticsearch kibana memcached haproxy traefik caddy couchdb cassandra influxdb grafana/grafana prom/prometheus ' +
    'portainer/portainer portainer/portainer-ce adminer phpmyadmin phpmyadmin/phpmyadmin joomla drupal nextcloud consul vault ' +
    'minio/minio nginxdemos/hello nginxdemos/nginx-hello traefik/whoami containous/whoami jwilder/whoami training/webapp ' +
    'docker/getting-started docker/welcome-to-docker dockersamples/static-site dockersamples/visualizer nginx/nginx-prometheus-exporter ' +
    'diamol/ch02-hello-diamol-web diamol/ch03-web-ping diamol/ch06-todo-list gitea/gitea sonarqube nexus zookeeper ' +
    'mcr.microsoft.com/mssql/server microsoft/mssql-server-linux php-apache hashicorp/http-echo kennethreitz/httpbin bitnami/nginx ' +
    'linuxserver/nginx nginxinc/nginx-unprivileged jpetazzo/clock eclipse-mosquitto solr neo4j gitlab/gitlab-ce docker:dind',
  bash: 'ubuntu debian centos fedora amazonlinux oraclelinux rockylinux almalinux opensuse/leap archlinux buildpack-deps bash golang gcc rust kalilinux/kali-rolling nicolaka/netshoot continuumio/miniconda3 continuumio/anaconda3 diamol/base',
  sh: 'alpine busybox docker',
  python: 'python pypy',
  node: 'node diamol/node',
  irb: 'ruby',
  php: 'php',
  jshell: 'openjdk eclipse-temurin amazoncorretto',
  julia: 'julia',
  R: 'r-base',
  iex: 'elixir',
  erl: 'erlang',
  ghci: 'haskell',
  swipl: 'swipl',
  task: 'hello-world docker/whalesay whalesay maven gradle curlimages/curl diamol/ch02-hello-diamol chuanwen/cowsay jess/hollywood instrumentisto/nmap hadolint/hadolint aquasec/trivy mikefarah/yq amazon/aws-cli hashicorp/terraform alpine/git bitnami/git hello-seattle',
};

const byRepository = new Map<string, string>();
for (const [kind, list] of Object.entries(names)) for (const name of list.split(' ')) byRepository.set(name, kind);

/** What an image starts by itself. Null where it is not one of the well-known. */
export function imageProgram(image: ImageName): ImageProgram | null {
  const { repository } = image;
  const kind = byRepository.get(`${repository}:${image.tag ?? ''}`) ?? byRepository.get(repository);
  if (kind === undefined) return null;
  if (kind === 'server' || kind === 'task') return { kind };
  if (kind === 'php' && ['apache', 'fpm'].some((word) => (image.tag ?? '').includes(word))) return { kind: 'server' };
  if (kind === 'bash' && repository === 'golang' && (image.tag ?? '').includes('alpine'))
    return { kind: 'prompt', program: 'sh', shellLike: true };
  return { kind: 'prompt', program: kind, shellLike: kind === 'bash' || kind === 'sh' };
}
