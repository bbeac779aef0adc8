// SPDX-License-Identifier: Apache-2.0
package dev.gapless.examples.benchmarks.lost;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;

/**
 * What Camel's documentation leads to first: the webhook is answered at once, and a queue in memory
 * feeds the CRM. A process of its own, to be killed; it says when it is ready.
 */
final class CamelDefaultRoute extends RouteBuilder {
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final int port;
  private final URI crm;

  private CamelDefaultRoute(int port, URI crm) {
    this.port = port;
    this.crm = crm;
  }

  /** The port to listen on, and where the CRM is. */
  @SuppressWarnings("SystemOut") // Its standard output is what it answers on.
  public static void main(String[] args) throws Exception {
    DefaultCamelContext camel = new DefaultCamelContext();
    camel.addRoutes(new CamelDefaultRoute(Integer.parseInt(args[0]), URI.create(args[1])));
    camel.start();
    System.out.println("ready");
    Thread.currentThread().join();
  }

  @Override
  public void configure() {
    from("undertow:http://127.0.0.1:" + port + "/webhooks/whatsapp?httpMethodRestrict=POST")
        .convertBodyTo(byte[].class)
        .to("seda:crm?waitForTaskToComplete=Never&size=100000")
        .process(exchange -> exchange.getMessage().setBody(null));

    from("seda:crm?size=100000&concurrentConsumers=4").process(this::send);
  }

  private void send(Exchange exchange) throws Exception {
    byte[] body = exchange.getMessage().getBody(byte[].class);
    HttpRequest request =
        HttpRequest.newBuilder(crm).POST(BodyPublishers.ofByteArray(body)).build();
    http.send(request, BodyHandlers.discarding());
  }
}
