// One OpenSearch node for tests: java -cp 'JARS/*' OpenSearchNode.java FOLDER HTTP_PORT TRANSPORT_PORT
// It ends in order at SIGTERM, and finds its data again when it is started on the same folder.

import java.util.concurrent.CountDownLatch;
import org.codelibs.opensearch.runner.OpenSearchRunner;

public final class OpenSearchNode {
    public static void main(String[] args) throws InterruptedException {
        String folder = args[0], httpPort = args[1], transportPort = args[2];
        OpenSearchRunner runner = new OpenSearchRunner();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> close(runner)));
        runner.onBuild((number, settings) -> {
            settings.put("network.host", "127.0.0.1");
            settings.put("http.port", httpPort);
            settings.put("transport.port", transportPort);
            // Else it would look for others on the transport ports of this machine, and join them.
            settings.put("discovery.type", "single-node");
            // A developer's disk is rather full: that must not make indices read-only.
            settings.put("cluster.routing.allocation.disk.threshold_enabled", "false");
        }).build(OpenSearchRunner.newConfigs().basePath(folder).clusterName("chatd-tests-" + httpPort).numOfNode(1));
        // The node's own threads keep no process alive.
        new CountDownLatch(1).await();
    }

    private static void close(OpenSearchRunner runner) {
        try {
            runner.close();
        } catch (Exception problem) {
            problem.printStackTrace();
        }
    }
}
