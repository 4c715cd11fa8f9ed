package io.guatu.exchange;

import io.guatu.domain.CoordinateSystem;
import java.net.URI;

/**
 * A map service whose pictures lie under the town's own map, where somebody configured one: without it the map asks nobody.
 *
 * @param address with {@code {z}}, {@code {x}} and {@code {y}} where a tile's place stands
 * @param system in which the service draws: what stands on it is drawn there too
 * @param by whose it is, as the service wants it said
 */
public record Tiles(String address, CoordinateSystem system, String by) {
    /** @throws IllegalArgumentException when it is no such address */
    public Tiles {
        boolean places = address.contains("{z}") && address.contains("{x}") && address.contains("{y}");
        if (!places || !at(address).matches("https?://[a-z0-9.-]+(:[0-9]{1,5})?/[\\x21-\\x7e&&[^\"'<>;,{}]]*")) {
            throw new IllegalArgumentException("no address of tiles");
        }
        if (system == CoordinateSystem.BD_09) {
            throw new IllegalArgumentException("tiles in BD-09 are cut otherwise than all others");
        }
    }

    /** All that a page may load pictures from beside us. */
    public String origin() {
        URI uri = URI.create(at(address));
        return uri.getScheme() + "://" + uri.getRawAuthority();
    }

    private static String at(String address) {
        return address.replace("{z}", "0").replace("{x}", "0").replace("{y}", "0");
    }
}
