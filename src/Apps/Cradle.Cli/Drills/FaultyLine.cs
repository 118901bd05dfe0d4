using System.Net;

namespace Cradle.Cli.Drills;

/// <summary>
/// The line on which a department's answers travel: it delays some, so that later ones overtake them, and sends some twice. What
/// the department hears is what the site said, or nothing.
/// </summary>
internal sealed class FaultyLine : IDisposable
{
    private static readonly string[] Passed = ["Cradle-Key", "Cradle-Timestamp", "Cradle-Nonce", "Cradle-Signature", "Idempotency-Key", "Content-Digest"];
    private static readonly HttpClient Client = new() { Timeout = TimeSpan.FromSeconds(15) };
    private readonly HttpListener listener = new();
    private readonly Uri target;
    private readonly Random chance;

    public FaultyLine(int port, Uri target, int seed)
    {
        (this.target, chance) = (target, new Random(seed));
        Address = new Uri($"http://127.0.0.1:{port}/");
        listener.Prefixes.Add(Address.ToString());
        listener.Start();
        _ = Task.Run(ListenAsync);
    }

    public Uri Address { get; }

    public int Doubled;

    public int Delayed;

    public int Lost;

    public void Dispose() => listener.Close();

    private async Task ListenAsync()
    {
        while (listener.IsListening)
        {
            try
            {
                var context = await listener.GetContextAsync();
                int roll;
                lock (chance)
                    roll = chance.Next(10);
                _ = Task.Run(() => CarryAsync(context, roll));
            }
            catch (Exception exception) when (exception is HttpListenerException or ObjectDisposedException)
            {
                return;
            }
        }
    }

    private async Task CarryAsync(HttpListenerContext context, int roll)
    {
        using var memory = new MemoryStream();
        await context.Request.InputStream.CopyToAsync(memory);
        var status = 0;
        if (roll is 0 or 1)
        {
            Interlocked.Increment(ref Delayed);
            await Task.Delay(roll == 0 ? 700 : 2500);
        }

        status = await SendAsync(context.Request, memory.ToArray());
        if (roll is 2 or 3)
        {
            Interlocked.Increment(ref Doubled);
            await SendAsync(context.Request, memory.ToArray());
        }

        if (roll == 4)
        {
            Interlocked.Increment(ref Lost);   // it arrived, and the department never hears so
            status = 0;
        }

        try
        {
            context.Response.StatusCode = status == 0 ? 502 : status;
            context.Response.Close();
        }
        catch (Exception exception) when (exception is HttpListenerException or ObjectDisposedException or InvalidOperationException)
        {
            // the department was killed meanwhile
        }
    }

    private async Task<int> SendAsync(HttpListenerRequest original, byte[] body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(target, original.RawUrl)) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new System.Net.Http.Headers.MediaTypeHeaderValue("application/json");
        foreach (var header in Passed)
            request.Headers.TryAddWithoutValidation(header, original.Headers[header]);
        try
        {
            using var answer = await Client.SendAsync(request);
            return (int)answer.StatusCode;
        }
        catch (Exception exception) when (exception is HttpRequestException or TaskCanceledException)
        {
            return 0;
        }
    }
}
