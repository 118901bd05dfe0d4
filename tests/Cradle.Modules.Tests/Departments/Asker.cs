using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using Cradle.Platform.Connectors;
using Cradle.Platform.Telemetry;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Cradle.Modules.Tests.Departments;

/// <summary>Whoever asks a department: sends signed requests by the product's client and hears answers on a port of its own.</summary>
internal sealed class Asker : IDisposable
{
    private readonly HttpListener listener = new();
    private readonly ServiceProvider services = new ServiceCollection().AddHttpClient().AddMetrics().AddSingleton(TimeProvider.System).AddSingleton<Backlog>().AddSingleton<Measures>().BuildServiceProvider();
    private readonly ConcurrentDictionary<Guid, int> failures = new();
    private static long subjects = 20260301000000000;

    public Asker()
    {
        using (var free = new TcpListener(IPAddress.Loopback, 0))
        {
            free.Start();
            Address = new Uri($"http://127.0.0.1:{((IPEndPoint)free.LocalEndpoint).Port}/");
        }

        listener.Prefixes.Add(Address.ToString());
        listener.Start();
        _ = Task.Run(ListenAsync);
    }

    public Uri Address { get; }

    /// <summary>What was heard: signature true or not, idempotency key, answer.</summary>
    public ConcurrentQueue<(bool Signed, string Key, DepartmentAnswer Answer)> Heard { get; } = new();

    /// <summary>Lets the next answers to a request meet a server that is in trouble.</summary>
    public void Fail(Guid request, int times) => failures[request] = times;

    public Task<ConnectorReply> SendAsync(Uri department, DepartmentRequest request, TimeProvider? clock = null) =>
        Client(clock).SendAsync(PartnerAt(department), HttpMethod.Post, DepartmentContract.Requests, request, request.Id.ToString("N"), TestContext.Current.CancellationToken);

    public Task<ConnectorReply> SendAsync(Uri department, HttpMethod method, string target, string key) =>
        Client(null).SendAsync(PartnerAt(department), method, target, null, key, TestContext.Current.CancellationToken);

    /// <summary>Waits for an answer of a state.</summary>
    public async Task<(bool Signed, string Key, DepartmentAnswer Answer)> HearAsync(Guid request, RequestState state)
    {
        for (var look = 0; look < 200; look++)
        {
            if (Heard.FirstOrDefault(row => row.Answer.Request == request && row.Answer.State == state) is { Answer: not null } found)
                return found;
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }

        throw new TimeoutException($"No answer {state} was heard of {request}.");
    }

    public static DepartmentRequest Request(string division = "220104", string name = "样例宝宝") => new()
    {
        Id = Guid.CreateVersion7(), Service = "household-registration", Division = division, Subject = $"{Interlocked.Increment(ref subjects)}",
        Fields = new Dictionary<string, string> { ["childName"] = name, ["motherId"] = "220104199503040024" },
    };

    public void Dispose()
    {
        listener.Close();
        services.Dispose();
    }

    private ConnectorClient Client(TimeProvider? clock) =>
        new(services.GetRequiredService<IHttpClientFactory>(), clock ?? TimeProvider.System, services.GetRequiredService<Measures>(), Options.Create(new ConnectorOptions()));

    private static Partner PartnerAt(Uri address) => new() { Name = "department", Address = address, Keys = [new PartnerKey { Id = DepartmentSite.KeyId, Secret = DepartmentSite.Secret }] };

    private async Task ListenAsync()
    {
        while (listener.IsListening)
        {
            HttpListenerContext context;
            try
            {
                context = await listener.GetContextAsync();
            }
            catch (Exception exception) when (exception is HttpListenerException or ObjectDisposedException)
            {
                return;
            }

            Answer(context);
        }
    }

    private void Answer(HttpListenerContext context)
    {
        using var memory = new MemoryStream();
        context.Request.InputStream.CopyTo(memory);
        var headers = context.Request.Headers;
        var signed = new SignedRequest("POST", context.Request.RawUrl!, headers[SignedRequest.KeyHeader]!, long.Parse(headers[SignedRequest.TimestampHeader]!, System.Globalization.CultureInfo.InvariantCulture),
            headers[SignedRequest.NonceHeader]!, headers[SignedRequest.IdempotencyHeader]!, SignedRequest.DigestOf(memory.ToArray()));
        var answer = JsonSerializer.Deserialize<DepartmentAnswer>(memory.ToArray(), ConnectorJson.Options)!;
        if (failures.AddOrUpdate(answer.Request, -1, (_, left) => left - 1) >= 0)
        {
            context.Response.StatusCode = 503;
        }
        else
        {
            Heard.Enqueue((signed.IsSignedBy(DepartmentSite.Secret, headers[SignedRequest.SignatureHeader]!), signed.IdempotencyKey, answer));
        }

        context.Response.Close();
    }
}
