package io.guatu.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.guatu.ledger.Silence;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.time.Clock;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Whose word is believed on where a request comes from: this machine's, and that of proxies that are named. */
class ProxiesIT {
    @Test
    void a_phone_in_the_office_is_no_proxy() throws Exception {
        assertEquals(429, guessing(false));
    }

    @Test
    void a_proxy_that_is_named_is_one() throws Exception {
        assertEquals(401, guessing(true));
    }

    /** The last answer to many guesses, each of which says that it comes from somewhere else. */
    private static int guessing(boolean named) throws Exception {
        Optional<String> own = Collections.list(NetworkInterface.getNetworkInterfaces()).stream()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> address instanceof Inet4Address && !address.isLoopbackAddress())
                .map(InetAddress::getHostAddress)
                .findFirst();
        assumeTrue(own.isPresent(), "this machine is in no network");
        Map<String, String> environment = TestBoard.environment(TestServer.empty());
        environment.put("GUATU_HOST", "0.0.0.0");
        if (named) {
            environment.put("GUATU_PROXIES", own.get() + "/30");
        }
        try (Program program =
                Program.start(Config.of(environment), Clock.systemUTC(), TestBoard.CHEAP, Silence.BORNE)) {
            TestClient phone =
                    new TestClient("http://" + own.get() + ":" + program.node().port(), null);
            int last = 0;
            for (int i = 0; i < 12 && last != 429; i++) {
                last = phone.post(
                                "/api/session",
                                "{\"name\":\"office\",\"password\":\"guess\"}",
                                "X-Forwarded-For",
                                "198.51.100." + i)
                        .status();
            }
            return last;
        }
    }
}
