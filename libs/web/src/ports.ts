/**
 * Ports above 1023 where other services listen that an HTTP request could disturb or that answer secrets. Origin of
 * each: IANA service names, the services' own documentation, and the bad-port list of the Fetch standard.
 */
const OTHER_SERVICES: ReadonlySet<number> = new Set([
  1080, // SOCKS
  1433, // Microsoft SQL Server
  1521, // Oracle
  1719, // H.323
  1720, // H.323
  1723, // PPTP
  1883, // MQTT
  2049, // NFS
  2181, // ZooKeeper
  2375, // Docker
  2376, // Docker
  2379, // etcd
  2380, // etcd
  3306, // MySQL
  3389, // Remote desktop
  3659, // Apple SASL
  4045, // lockd
  4190, // ManageSieve
  4444, // shells
  5060, // SIP
  5061, // SIP
  5432, // PostgreSQL
  5672, // AMQP
  5900, // VNC
  5984, // CouchDB
  5985, // WinRM
  5986, // WinRM
  6000, // X11
  6379, // Redis
  6443, // Kubernetes
  6566, // SANE
  6665, // IRC
  6666, // IRC
  6667, // IRC
  6668, // IRC
  6669, // IRC
  6679, // Osaut
  6697, // IRC
  7000, // Cassandra
  7001, // Cassandra
  8500, // Consul
  9042, // Cassandra
  9092, // Kafka
  9200, // Elasticsearch
  9300, // Elasticsearch
  10080, // Amanda
  10250, // kubelet
  10255, // kubelet
  11211, // memcached
  15672, // RabbitMQ
  26379, // Redis Sentinel
  27017, // MongoDB
  27018, // MongoDB
  50000, // DB2
])

/** Below 1024 the web lives at 80 and 443 and, by old habit, 81 to 90 and 591. */
const LOW_WEB_PORTS: ReadonlySet<number> = new Set([80, 81, 82, 83, 84, 85, 86, 88, 89, 90, 443, 591])

/** Whether feeds and pages may be fetched from this port. */
export const isWebPort = (port: number): boolean =>
  Number.isInteger(port) &&
  port <= 65535 &&
  (port < 1024 ? LOW_WEB_PORTS.has(port) : !OTHER_SERVICES.has(port))
