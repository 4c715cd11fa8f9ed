package io.guatu.app;

import io.guatu.access.Keys;
import io.guatu.access.Vault;
import io.guatu.courier.Courier;
import io.guatu.courier.Destinations;
import io.guatu.courier.Directory;
import io.guatu.http.contract.Operations;
import io.guatu.http.request.Caller;
import io.guatu.http.route.OwnMailRoutes;
import io.guatu.http.route.ReceiverRoutes;
import io.guatu.http.route.Telling;
import io.guatu.relay.Relay;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Vertx;
import java.time.Clock;

/** What of a node tells people, and where they say whom and what. */
record Couriers(Courier courier, Operations.Routes groups, Operations.Routes mail) {
    static Couriers of(
            Vertx vertx,
            Config config,
            Keys keys,
            Stores stores,
            Relay relay,
            Caller caller,
            Clock clock,
            MeterRegistry meters) {
        Destinations destinations = new Destinations(config.sendTo());
        Directory directory = new Directory(stores.receivers(), stores.outbox(), new Vault(keys), relay::board, clock);
        Telling telling =
                new Telling(relay, directory, destinations, config.mailbox().isPresent());
        return new Couriers(
                new Courier(
                        vertx,
                        relay,
                        stores.outbox(),
                        stores.marks(),
                        stores.entries(),
                        directory,
                        destinations,
                        config.mailbox(),
                        clock,
                        meters),
                new ReceiverRoutes(caller, telling),
                new OwnMailRoutes(caller, telling));
    }
}
