/** Docker's official images by their short names (github.com/docker-library/official-images, folder `library`), former ones included. */
const names = new Set(
  (
    'adminer aerospike almalinux alpine alt amazoncorretto amazonlinux api-firewall arangodb archlinux artifactory-oss backdrop bash ' +
    'bonita buildpack-deps busybox caddy cassandra celery centos chronograf cirros clearlinux clefos clickhouse clojure ' +
    'composer consul convertigo convertigo-mbs couchbase couchdb crate crux dart debian django docker docker-dev dockersamples ' +
    'drupal eclipse-mosquitto eclipse-temurin eggdrop elasticsearch elixir emqx erlang euleros express-gateway fedora ' +
    'flink fluentd friendica fsharp gazebo gcc geonetwork ghost glassfish golang gradle groovy haproxy haskell haxe hello-seattle ' +
    'hello-world hipache hitch hola-mundo hylang ibex ibm-semeru-runtimes ibmjava influxdb iojs irssi java jenkins jetty jobber ' +
    'joomla jruby julia kaazing-gateway kapacitor kibana known kong krakend lightstreamer liquibase logstash lua mageia mariadb ' +
    'matomo maven mediawiki memcached mongo mongo-express monica mono mysql nats nats-streaming neo4j neurodebian nextcloud ' +
    'nginx node notary nuodb nuxeo odoo open-liberty openjdk opensuse oraclelinux orientdb percona perl phipseye photon php php-zendserver ' +
    'phpmyadmin piwik plone postfixadmin postgres powershell pypy python r-base rabbitmq rails rakudo-star rapidoid reactionecommerce ' +
    'redis redmine registry rethinkdb riak rocket.chat rockylinux ros ruby rust sapmachine satosa scala scratch sentry silverpeas ' +
    'sl solr sonarqube sourcemage spark spiped steampunk storm swarm swift swipl telegraf thrift tomcat tomee traefik tutum ' +
    'ubuntu ubuntu-debootstrap ubuntu-upstart unit valkey varnish vault voltdb websphere-liberty whalesay wordpress xwiki yourls ' +
    'znc zookeeper'
  ).split(' '),
);

/** Whether Docker Hub has, or had, an official image of this repository name (`ubuntu`). */
export function isOfficialImage(repository: string): boolean {
  return names.has(repository);
}
