package org.clarion.testsupport;

import java.util.function.UnaryOperator;
import org.clarion.backends.MongoServer;
import org.testcontainers.mongodb.MongoDBContainer;

/** One MongoDB for all tests of this JVM. */
final class TestMongo {

    private static final class Holder {
        private static final TestMongo SHARED = Docker.answers() ? inContainer() : onThisMachine();
    }

    private final UnaryOperator<String> uri;

    private TestMongo(UnaryOperator<String> uri) {
        this.uri = uri;
    }

    static TestMongo shared() {
        return Holder.SHARED;
    }

    String uri(String database) {
        return uri.apply(database);
    }

    private static TestMongo onThisMachine() {
        var server = MongoServer.start(TestFolders.fresh("mongodb"), 0);
        Runtime.getRuntime().addShutdownHook(new Thread(server::close));
        return new TestMongo(server::uri);
    }

    private static TestMongo inContainer() {
        var container = new MongoDBContainer(Docker.MONGODB).withStartupTimeout(Docker.PATIENCE);
        container.start();
        return new TestMongo(database -> container.getConnectionString() + "/" + database + "?directConnection=true");
    }
}
