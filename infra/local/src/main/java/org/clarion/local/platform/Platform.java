package org.clarion.local.platform;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.clarion.backends.KafkaServer;
import org.clarion.backends.MailSink;
import org.clarion.backends.MongoServer;
import org.clarion.local.platform.Part.Launch;
import org.clarion.servicedefaults.tokens.TokenIssuer;

/** What belongs to a platform and how each part is started. */
public final class Platform {

    /** The administrator whom the local platform knows from the start. */
    public static final String FIRST_ADMIN = "campaigner@example.org";

    private static final int KAFKA_HEAP = 256;
    private static final int MAIL_HEAP = 128;

    private final Home home;
    private final PortPlan ports;
    private final Map<String, String> environment;
    private final Secrets secrets;
    private final Jars jars;
    private final Processes processes;

    private Platform(Home home, PortPlan ports, Map<String, String> environment) {
        this.home = home;
        this.ports = ports;
        this.environment = environment;
        this.secrets = new Secrets(home.secrets());
        this.jars = new Jars(home);
        this.processes = new Processes(home);
    }

    public static Platform of(Path sources, Map<String, String> environment) {
        return new Platform(Home.of(sources, environment), PortPlan.of(environment), environment);
    }

    public Home home() {
        return home;
    }

    public PortPlan ports() {
        return ports;
    }

    public Processes processes() {
        return processes;
    }

    /** Makes the folders, and removes what earlier builds left where nothing runs. */
    void prepare() {
        home.prepare();
        if (processes.recorded().stream().allMatch(part -> processes.find(part).isEmpty())) {
            jars.forgetOlderBuilds();
        }
    }

    /** In the order of their start. */
    public List<Part> parts() {
        return Stream.concat(backends().stream(), Stream.of(Service.values()).map(this::first))
                .toList();
    }

    /** A part by name; {@code petitions-8201} is a further instance of petitions. */
    public Part part(String name) {
        return parts().stream()
                .filter(part -> part.name().equals(name))
                .findFirst()
                .or(() -> further(name))
                .orElseThrow(() -> new PlatformTrouble("There is no part \"%s\". The parts are %s."
                        .formatted(name, parts().stream().map(Part::name).collect(Collectors.joining(", ")))));
    }

    /** Everything that belongs to the platform, and further instances that were started. */
    public List<Part> partsAndFurtherInstances() {
        var all = new ArrayList<>(parts());
        processes.recorded().stream()
                .map(this::further)
                .flatMap(Optional::stream)
                .forEach(all::add);
        return all;
    }

    public Part instance(Service service, int port) {
        return port == ports.of(service) ? first(service) : instance(service, service.id() + "-" + port, port);
    }

    /** Where people reach the platform. */
    public URI publicUrl() {
        return URI.create(environment.getOrDefault("CLARION_PUBLIC_URL", "http://localhost:" + ports.base()));
    }

    public URI url(Service service) {
        return URI.create("http://127.0.0.1:" + ports.of(service));
    }

    /** The store of a service. */
    public String mongoUri(Service service) {
        return ServiceEnvironment.database(
                environment.getOrDefault("SPRING_MONGODB_URI", "mongodb://127.0.0.1:" + ports.mongodb()), service.id());
    }

    public String bootstrapServers() {
        return environment.getOrDefault("SPRING_KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:" + ports.kafka());
    }

    /** Whether the platform catches its mails itself and shows them on a page. */
    public boolean catchesMail() {
        return !environment.containsKey("SPRING_MAIL_HOST");
    }

    public ServiceCalls calls(Service service) {
        return new ServiceCalls(service, url(service), issuer(Secrets.LAUNCHER), issuer(Service.GATEWAY.id()));
    }

    private TokenIssuer issuer(String name) {
        return new TokenIssuer(secrets.signingKey(name), Clock.systemUTC());
    }

    /** Whether store and broker are the platform's own. */
    public boolean keepsItsData() {
        return hasOwnMongodb() && hasOwnKafka();
    }

    private boolean hasOwnMongodb() {
        return !environment.containsKey("SPRING_MONGODB_URI");
    }

    private boolean hasOwnKafka() {
        return !environment.containsKey("SPRING_KAFKA_BOOTSTRAP_SERVERS");
    }

    private List<Part> backends() {
        var backends = new ArrayList<Part>();
        if (hasOwnMongodb()) {
            backends.add(mongodb());
        }
        if (hasOwnKafka()) {
            backends.add(kafka());
        }
        if (catchesMail()) {
            backends.add(mail());
        }
        return backends;
    }

    private Part mongodb() {
        var cache = Double.parseDouble(environment.getOrDefault("CLARION_MONGODB_CACHE_GB", "1"));
        var data = home.data().resolve("mongodb");
        return new Backend(
                "mongodb",
                List.of(ports.mongodb()),
                () -> MongoServer.command(data, ports.mongodb(), cache),
                () -> true);
    }

    private Part kafka() {
        var data = home.data().resolve("kafka");
        return new Backend(
                "kafka",
                List.of(ports.kafka(), ports.kafkaController()),
                () -> jars.command(
                        "kafka", KafkaServer.class, KAFKA_HEAP, data, ports.kafka(), ports.kafkaController()),
                () -> KafkaServer.serves(bootstrapServers()));
    }

    private Part mail() {
        return new Backend(
                "mail",
                List.of(ports.smtp(), ports.mailPage()),
                () -> jars.command("mail", MailSink.class, MAIL_HEAP, ports.smtp(), ports.mailPage(), home.mail()),
                () -> true);
    }

    private Part first(Service service) {
        return instance(service, service.id(), ports.of(service));
    }

    private Optional<Part> further(String name) {
        var dash = name.lastIndexOf('-');
        if (dash < 0 || !name.substring(dash + 1).matches("\\d{1,5}")) {
            return Optional.empty();
        }
        return Service.named(name.substring(0, dash))
                .map(service -> instance(service, Integer.parseInt(name.substring(dash + 1))));
    }

    private Part instance(Service service, String name, int port) {
        return new ServiceInstance(
                service,
                name,
                port,
                () -> new Launch(
                        jars.command(service, name),
                        new ServiceEnvironment(this, secrets, environment).of(service, name, port)));
    }
}
