package io.guatu.http.problem;

import io.guatu.command.Unavailable;
import io.guatu.ledger.Json;
import io.guatu.ledger.Obstacle;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;

/** What is said when the database is not there: what fits somebody who reads, somebody at the door, and somebody who tells. */
final class Away {
    private static final String PLAIN = "unavailable";
    private static final String DOOR = "/api/session";

    private Away() {}

    /** The key of the sentence. */
    static String words(HttpServerRequest request, Throwable fault) {
        if (HttpMethod.GET.equals(request.method()) || HttpMethod.HEAD.equals(request.method())) {
            return PLAIN + "-read";
        }
        if (request.path() != null && request.path().startsWith(DOOR)) {
            return PLAIN + "-log-in";
        }
        Obstacle obstacle = fault instanceof Unavailable away ? away.obstacle() : Obstacle.of(fault);
        return obstacle == Obstacle.AWAY ? PLAIN : PLAIN + "-" + Json.kebab(obstacle);
    }
}
