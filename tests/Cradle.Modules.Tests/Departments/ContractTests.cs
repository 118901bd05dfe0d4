using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Cradle.Departments.Requests;
using Cradle.Modules.Tests.Access;
using Cradle.Platform.Accounts;
using Cradle.Platform.Audit;
using Cradle.Platform.Connectors;
using Cradle.Platform.Data;
using Cradle.Tests;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Cradle.Modules.Tests.Departments;

/// <summary>The connector contract over real loopback HTTP, on both databases.</summary>
public abstract class ContractTests(ServedDepartment served)
{
    private readonly Asker asker = served.Asker;
    private readonly DepartmentSite department = served.Site;

    [Fact]
    public async Task A_request_sent_twice_is_received_once_and_answered_alike()
    {
        var request = Asker.Request();
        var replies = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => asker.SendAsync(department.Address, request)));
        Assert.All(replies, reply => Assert.Equal((202, replies[0].Body), (reply.Status, reply.Body)));
        Assert.Equal(RequestState.Received, replies[0].Read<DepartmentAnswer>().State);
        Assert.Equal(1, await CountAsync(request.Id));
    }

    [Fact]
    public async Task An_idempotency_key_used_for_another_content_is_refused()
    {
        var request = Asker.Request();
        await asker.SendAsync(department.Address, request);
        Assert.Equal((409, "keyReused"), Problem(await asker.SendAsync(department.Address, request with { Division = "220102" })));
        Assert.Equal(1, await CountAsync(request.Id));
    }

    [Theory]
    [InlineData("body", "digest")]
    [InlineData("digest", "signature")]
    [InlineData("path", "signature")]
    [InlineData("key", "signature")]
    [InlineData("nonce", "signature")]
    [InlineData("unsigned", "unsigned")]
    [InlineData("unknown", "unknownKey")]
    public async Task What_was_tampered_with_on_the_way_is_refused_and_leaves_nothing(string part, string code)
    {
        var before = await CountAsync();
        var body = JsonSerializer.SerializeToUtf8Bytes(Asker.Request(), ConnectorJson.Options);
        using var message = Signed(body);
        var changed = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(body).Replace("220104", "220102", StringComparison.Ordinal));
        switch (part)
        {
            case "body": message.Content = Json(changed); break;
            case "digest": message.Content = Json(changed); Replace(message, SignedRequest.DigestHeader, SignedRequest.DigestOf(changed)); break;
            case "path": message.RequestUri = new Uri(department.Address, DepartmentContract.Requests + "?force=1"); break;
            case "key": Replace(message, SignedRequest.IdempotencyHeader, "another"); break;
            case "nonce": Replace(message, SignedRequest.NonceHeader, "another"); break;
            case "unsigned": message.Headers.Remove(SignedRequest.SignatureHeader); break;
            default: Replace(message, SignedRequest.KeyHeader, "nobody"); break;
        }

        Assert.Equal((401, code), Problem(await SendAsync(message)));
        Assert.Equal(before, await CountAsync());
    }

    [Fact]
    public async Task A_request_replayed_byte_for_byte_is_refused()
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(Asker.Request(), ConnectorJson.Options);
        using var first = Signed(body, nonce: "sent-twice");
        using var second = Signed(body, nonce: "sent-twice");
        Assert.Equal(202, (await SendAsync(first)).Status);
        Assert.Equal((401, "replayed"), Problem(await SendAsync(second)));
    }

    [Theory]
    [InlineData(-6)]
    [InlineData(6)]
    public async Task What_was_signed_too_long_ago_or_ahead_of_time_is_refused(int minutes) =>
        Assert.Equal((401, "time"), Problem(await asker.SendAsync(department.Address, Asker.Request(), new MovedTime(TimeProvider.System.GetUtcNow().AddMinutes(minutes)))));

    [Fact]
    public async Task A_request_that_is_not_as_the_contract_says_names_the_member()
    {
        var reply = await asker.SendAsync(department.Address, Asker.Request() with { Division = "9" });
        Assert.Equal((400, "malformed"), Problem(reply));
        Assert.Contains("\"division\"", reply.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_refused_a_request_does_not_decide_the_appeal_and_what_does_not_fit_is_said_at_its_field()
    {
        var request = Asker.Request() with { Subject = "20260302000000017" };   // a case of its own: of others the officer has refused nothing
        await asker.SendAsync(department.Address, request);
        var (officer, other) = (await served.AsAsync("changchun.officer"), await served.AsAsync("changchun.officer2"));
        var page = await officer.OpenAsync($"/department/{request.Id}");
        var wrong = await officer.SendAsync(page, ("action", "Refuse"), ("Reason", new string('长', 501)), ("Remedy", "去窗口"), ("Number", new string('9', 61)));
        Assert.Equal(HttpStatusCode.OK, wrong.Status);
        Assert.Contains("太长，最多 500 个字", wrong.Text, StringComparison.Ordinal);
        Assert.Contains("太长，最多 60 个字", wrong.Text, StringComparison.Ordinal);
        await officer.SendAsync(page, ("action", "Refuse"), ("Reason", "不是本院"), ("Remedy", "去窗口"));
        var appeal = request with { Id = Guid.NewGuid() };
        await asker.SendAsync(department.Address, appeal);
        var refused = await officer.SendAsync(await officer.OpenAsync($"/department/{appeal.Id}"), ("action", "Complete"), ("Number", "N1"));
        Assert.Contains("要换一个人来办", refused.Text, StringComparison.Ordinal);
        Assert.Equal("/department", (await other.SendAsync(await other.OpenAsync($"/department/{appeal.Id}"), ("action", "Complete"), ("Number", "N1"))).Path);
    }

    [Fact]
    public async Task An_officer_takes_a_request_up_and_completes_it_and_the_answers_come_back_signed_and_in_sequence()
    {
        var request = Asker.Request();
        await asker.SendAsync(department.Address, request);
        var officer = await served.AsAsync("changchun.officer");
        var list = await officer.OpenAsync("/department");
        Assert.Contains(request.Subject, list.Text, StringComparison.Ordinal);
        var page = await officer.OpenAsync($"/department/{request.Id}");
        Assert.DoesNotContain("220104199503040024", page.Text, StringComparison.Ordinal);
        page = await officer.SendAsync(page, ("action", "Accept"));
        var empty = await officer.SendAsync(page, ("action", "Complete"));
        Assert.True(empty.HasErrors);
        await officer.SendAsync(page, ("action", "Complete"), ("Number", "220104-2026-0007"));
        var (signed, _, answer) = await asker.HearAsync(request.Id, RequestState.Done);
        Assert.True(signed);
        Assert.Equal((2, "220104-2026-0007"), (answer.Sequence, answer.Number));
        Assert.Equal(1, (await asker.HearAsync(request.Id, RequestState.Processing)).Answer.Sequence);
        Assert.Equal(RequestState.Done, (await asker.SendAsync(department.Address, HttpMethod.Get, DepartmentContract.Status(request.Id), "poll")).Read<DepartmentAnswer>().State);
        Assert.True(await AuditHoldsAsync());
    }

    [Fact]
    public async Task A_return_and_a_refusal_carry_reason_and_remedy()
    {
        var request = Asker.Request();
        await asker.SendAsync(department.Address, request);
        var officer = await served.AsAsync("changchun.officer");
        var page = await officer.OpenAsync($"/department/{request.Id}");
        Assert.True((await officer.SendAsync(page, ("action", "Return"), ("Reason", "姓名与出生医学证明不一致"))).HasErrors);
        await officer.SendAsync(page, ("action", "Return"), ("Reason", "姓名与出生医学证明不一致"), ("Remedy", "改成证明上的姓名后重新提交"));
        var (_, _, answer) = await asker.HearAsync(request.Id, RequestState.Returned);
        Assert.Equal(("姓名与出生医学证明不一致", "改成证明上的姓名后重新提交", null), (answer.Reason, answer.Remedy, answer.Number));
    }

    [Fact]
    public async Task An_answer_that_nobody_took_is_sent_again_under_the_same_key()
    {
        var request = Asker.Request();
        asker.Fail(request.Id, 2);
        await asker.SendAsync(department.Address, request);
        var officer = await served.AsAsync("changchun.officer");
        await officer.SendAsync(await officer.OpenAsync($"/department/{request.Id}"), ("action", "Accept"));
        var (signed, key, _) = await asker.HearAsync(request.Id, RequestState.Processing);
        Assert.True(signed);
        Assert.Equal($"{request.Id:N}-1", key);
    }

    [Fact]
    public async Task An_officer_of_another_city_neither_sees_nor_decides_it()
    {
        var request = Asker.Request();
        await asker.SendAsync(department.Address, request);
        var officer = await served.AsAsync("taiyuan.officer");
        Assert.DoesNotContain(request.Subject, (await officer.OpenAsync("/department")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await officer.OpenAsync($"/department/{request.Id}")).Status);
    }

    [Fact]
    public async Task A_request_can_be_withdrawn_until_it_is_decided()
    {
        var (open, decided) = (Asker.Request(), Asker.Request());
        await asker.SendAsync(department.Address, open);
        await asker.SendAsync(department.Address, decided);
        var officer = await served.AsAsync("changchun.officer");
        await officer.SendAsync(await officer.OpenAsync($"/department/{decided.Id}"), ("action", "Complete"), ("Number", "1"));
        Assert.Equal(RequestState.Cancelled, (await asker.SendAsync(department.Address, HttpMethod.Post, DepartmentContract.Cancellation(open.Id), "c1")).Read<DepartmentAnswer>().State);
        Assert.Equal((409, "Done"), Problem(await asker.SendAsync(department.Address, HttpMethod.Post, DepartmentContract.Cancellation(decided.Id), "c2")));
        Assert.Equal(404, (await asker.SendAsync(department.Address, HttpMethod.Post, DepartmentContract.Cancellation(Guid.NewGuid()), "c3")).Status);
    }

    [Fact]
    public async Task The_contract_is_described_with_the_headers_that_sign_it_and_pages_of_the_site_are_not_served()
    {
        using var client = department.CreateClient();
        using var document = JsonDocument.Parse(await client.GetStringAsync(new Uri("/openapi/connector-v1.json", UriKind.Relative), TestContext.Current.CancellationToken));
        var post = document.RootElement.GetProperty("paths").GetProperty("/api/connector/v1/requests").GetProperty("post");
        Assert.Contains(post.GetProperty("parameters").EnumerateArray(), header => header.GetProperty("name").GetString() == SignedRequest.SignatureHeader);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync(new Uri("/entitlements", UriKind.Relative), TestContext.Current.CancellationToken)).StatusCode);
    }

    private HttpRequestMessage Signed(byte[] body, string? nonce = null)
    {
        var signed = new SignedRequest("POST", DepartmentContract.Requests, DepartmentSite.KeyId, TimeProvider.System.GetUtcNow().ToUnixTimeSeconds(), nonce ?? Guid.NewGuid().ToString("N"), $"key-{Guid.NewGuid():N}", SignedRequest.DigestOf(body));
        var message = new HttpRequestMessage(HttpMethod.Post, new Uri(department.Address, DepartmentContract.Requests)) { Content = Json(body) };
        foreach (var (name, value) in new[]
        {
            (SignedRequest.KeyHeader, signed.KeyId), (SignedRequest.TimestampHeader, signed.Timestamp.ToString(CultureInfo.InvariantCulture)), (SignedRequest.NonceHeader, signed.Nonce),
            (SignedRequest.IdempotencyHeader, signed.IdempotencyKey), (SignedRequest.DigestHeader, signed.Digest), (SignedRequest.SignatureHeader, signed.Sign(DepartmentSite.Secret)),
        })
            message.Headers.TryAddWithoutValidation(name, value);
        return message;
    }

    private static ByteArrayContent Json(byte[] body) => new(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };

    private static void Replace(HttpRequestMessage message, string header, string value)
    {
        message.Headers.Remove(header);
        message.Headers.TryAddWithoutValidation(header, value);
    }

    private static async Task<ConnectorReply> SendAsync(HttpRequestMessage message)
    {
        using var client = new HttpClient();
        using var response = await client.SendAsync(message, TestContext.Current.CancellationToken);
        return new ConnectorReply((int)response.StatusCode, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    private static (int Status, string? Code) Problem(ConnectorReply reply)
    {
        using var problem = JsonDocument.Parse(reply.Body);
        var error = problem.RootElement.TryGetProperty("errors", out var errors) ? errors[0] : problem.RootElement;
        return (reply.Status, error.GetProperty("code").GetString());
    }

    private async Task<int> CountAsync(Guid? id = null)
    {
        await using var scope = department.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<PlatformDbContext>().Set<ReceivedRequest>().CountAsync(request => id == null || request.Id == id, TestContext.Current.CancellationToken);
    }

    private async Task<bool> AuditHoldsAsync()
    {
        await using var scope = department.Services.CreateAsyncScope();
        return (await scope.ServiceProvider.GetRequiredService<AuditVerifier>().VerifyAsync(cancellationToken: TestContext.Current.CancellationToken)).Holds;
    }
}

public sealed class SqliteContractTests(SqliteDepartment served) : ContractTests(served), IClassFixture<SqliteDepartment>;

public sealed class PostgreSqlContractTests(PostgreSqlDepartment served) : ContractTests(served), IClassFixture<PostgreSqlDepartment>;
