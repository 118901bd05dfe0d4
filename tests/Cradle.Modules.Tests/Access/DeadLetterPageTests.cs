using System.Text.Json;
using Cradle.Platform.Data;
using Cradle.Platform.Messages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Cradle.Modules.Tests.Access;

/// <summary>On a site of its own: a message given up makes the site's health worse.</summary>
public sealed class DeadLetterPageTests : IAsyncLifetime
{
    private readonly CradleSite own = new();

    public ValueTask InitializeAsync() => own.InitializeAsync();

    public ValueTask DisposeAsync() => own.DisposeAsync();

    [Fact]
    public async Task A_message_given_up_is_taken_by_somebody_sent_again_for_a_reason_and_health_says_so_meanwhile()
    {
        Assert.Equal("Healthy", (await HealthAsync()).GetProperty("status").GetString());
        var id = await GiveUpAsync();
        var health = await HealthAsync();
        Assert.Equal(("Degraded", "Degraded"), (health.GetProperty("status").GetString(), health.GetProperty("checks").GetProperty("messages").GetString()));

        var administrator = await People.AsAsync(own, "changchun.administrator");
        var page = await administrator.OpenAsync("/desk/messages");
        Assert.Contains("还没有人处理", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("secret-body", page.Document.DocumentElement.OuterHtml, StringComparison.Ordinal);
        Assert.Contains("处理人：演示·长春管理员", (await administrator.SendAsync(page, ("act", "take"))).Text, StringComparison.Ordinal);
        Assert.Contains("请写明没送到的原因", (await administrator.SendAsync(page, ("act", "send"))).Text, StringComparison.Ordinal);
        Assert.Contains("全都送到了", (await administrator.SendAsync(page, ("act", "send"), ("reason", "the gateway was down"))).Text, StringComparison.Ordinal);
        Assert.Contains("已经有人处理过", (await administrator.SendAsync(page, ("act", "send"), ("reason", "again"))).Text, StringComparison.Ordinal);
        await using var scope = own.Services.CreateAsyncScope();
        var acts = await scope.ServiceProvider.GetRequiredService<PlatformDbContext>().AuditEntries.Where(entry => entry.SubjectId == id).Select(entry => entry.Action).ToListAsync(TestContext.Current.CancellationToken);
        Assert.Equal(["sent-again", "taken"], acts.Order(StringComparer.Ordinal));
    }

    private async Task<Guid> GiveUpAsync()
    {
        await using var scope = own.Services.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<PlatformDbContext>();
        var id = Guid.CreateVersion7();
        database.Add(new OutboxMessage
        {
            Id = id, Name = "tests.gone.v1", Body = "\"secret-body\"", SubjectId = Guid.Empty, Correlation = Guid.Empty, Process = "tests", Created = own.Clock.GetUtcNow(), State = MessageState.Dead, Attempts = 12, LastError = "tests: TimeoutException",
        });
        await database.SaveChangesAsync(TestContext.Current.CancellationToken);
        return id;
    }

    private async Task<JsonElement> HealthAsync()
    {
        Assert.Equal(System.Net.HttpStatusCode.OK, (await new Reader(own).GetAsync("/health/live")).StatusCode);
        var ready = await new Reader(own).GetAsync("/health/ready");
        return JsonDocument.Parse(await ready.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).RootElement;
    }
}
