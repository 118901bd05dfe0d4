using System.Text.Json;
using System.Text.RegularExpressions;
using Cradle.Platform.Access;
using Cradle.Platform.Accounts;
using Cradle.Platform.Audit;
using Cradle.Platform.Messages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Cradle.Platform.Tests;

public abstract partial class PhoneRegistrationTests(TestDatabase database) : PlatformSuite(database)
{
    protected override LogLevel FinestLog => LogLevel.Trace;

    private const string Phone = "13800000001";
    private const string Password = "quiet river lamp";

    [Fact]
    public async Task Who_types_the_code_gets_a_citizens_account_that_the_phone_finds()
    {
        var proof = await AskAsync(Phone);
        Assert.Equal(0, await InDatabaseAsync(database => database.Accounts.CountAsync(Stop)));
        var (account, error) = await RegisterAsync(proof, await CodeAsync());
        Assert.Null(error);
        var grant = await InDatabaseAsync(database => database.Grants.SingleAsync(row => row.AccountId == account!.Id, Stop));
        Assert.Equal((Role.Citizen, GrantState.Active), (grant.Role, grant.State));
        Assert.Equal(account!.Id, await FindAsync(Phone));
        Assert.DoesNotContain(Phone, account.UserName!, StringComparison.Ordinal);
        var acts = await InDatabaseAsync(database => database.AuditEntries.OrderBy(entry => entry.Sequence).Select(entry => $"{entry.SubjectType} {entry.Action}").ToListAsync(Stop));
        Assert.Equal(["account registered", "account-contact kept", "role-grant registered"], acts);
        Assert.True((await Running.InScopeAsync(services => services.GetRequiredService<AuditVerifier>().VerifyAsync(cancellationToken: Stop))).Holds);
    }

    [Fact]
    public async Task A_code_serves_once_and_not_after_a_quarter_of_an_hour()
    {
        var proof = await AskAsync(Phone);
        var code = await CodeAsync();
        Assert.Null((await RegisterAsync(proof, code)).Error);
        Assert.IsType<RegistrationError.WrongCode>((await RegisterAsync(proof, code)).Error);

        var other = await AskAsync("13800000002");
        code = await CodeAsync();
        Time.Advance(TimeSpan.FromMinutes(15));
        Assert.IsType<RegistrationError.WrongCode>((await RegisterAsync(other, code)).Error);
    }

    [Fact]
    public async Task After_five_wrong_codes_the_right_one_is_wrong_too_however_many_are_tried_at_once()
    {
        var proof = await AskAsync(Phone);
        var code = await CodeAsync();
        var wrong = code == "000000" ? "111111" : "000000";
        await Task.WhenAll(Enumerable.Range(0, PhoneProof.Tries).Select(_ => Task.Run(() => RegisterAsync(proof, wrong))));
        Assert.IsType<RegistrationError.WrongCode>((await RegisterAsync(proof, code)).Error);
    }

    [Fact]
    public async Task A_number_that_has_an_account_is_answered_alike_and_only_the_phone_is_told()
    {
        Assert.Null((await RegisterAsync(await AskAsync(Phone), await CodeAsync())).Error);
        var proof = await AskAsync(Phone);
        Assert.NotEqual(Guid.Empty, proof);
        var text = await SentAsync();
        Assert.Contains("已经有账号", text, StringComparison.Ordinal);
        Assert.DoesNotMatch(SixDigits(), text);
        var code = await Running.InScopeAsync(async services => services.GetRequiredService<Protection.FieldVault>() is { } vault
            && await services.GetRequiredService<Data.PlatformDbContext>().Set<PhoneProof>().SingleAsync(row => row.Id == proof, Stop) is { } row ? vault.Open(AccountFields.PhoneCode, row.Id, row.Code) : "");
        Assert.IsType<RegistrationError.WrongCode>((await RegisterAsync(proof, code)).Error);   // not even by its own code
        Assert.Equal(1, await InDatabaseAsync(database => database.Accounts.CountAsync(Stop)));
    }

    [Fact]
    public async Task A_number_is_sent_few_codes_an_hour_and_the_page_says_nothing_of_it()
    {
        for (var asked = 0; asked < PhoneRegistration.MostCodes + 2; asked++)
            Assert.NotEqual(Guid.Empty, await AskAsync(Phone));
        Assert.Equal(PhoneRegistration.MostCodes, Directory.GetFiles(Outgoing).Length);
        Time.Advance(PhoneRegistration.Counted);
        await AskAsync(Phone);
        Assert.Equal(PhoneRegistration.MostCodes + 1, Directory.GetFiles(Outgoing).Length);
    }

    [Fact]
    public async Task Of_two_registrations_of_a_number_at_once_one_is_made()
    {
        var (one, other) = (await AskAsync(Phone), Guid.Empty);
        var first = await CodeAsync();
        Directory.Delete(Outgoing, recursive: true);
        other = await AskAsync(Phone);
        var second = await CodeAsync();
        var made = await Task.WhenAll(Task.Run(() => RegisterAsync(one, first)), Task.Run(() => RegisterAsync(other, second)));
        Assert.Single(made, result => result.Error is null);
        Assert.Equal(1, await InDatabaseAsync(database => database.Accounts.CountAsync(Stop)));
    }

    [Fact]
    public async Task A_weak_password_leaves_the_code_as_it_is()
    {
        var proof = await AskAsync(Phone);
        var code = await CodeAsync();
        Assert.Equal(new RegistrationError.WeakPassword(PasswordFault.TooShort), (await RegisterAsync(proof, code, "short")).Error);
        Assert.Null((await RegisterAsync(proof, code)).Error);
    }

    [Fact]
    public async Task Neither_number_nor_code_stands_in_the_database_and_both_are_forgotten()
    {
        await AskAsync(Phone);
        var code = await CodeAsync();
        var bodies = await InDatabaseAsync(database => database.Outbox.Select(message => message.Body).ToListAsync(Stop));
        Assert.All(bodies, body => Assert.False(body.Contains(Phone, StringComparison.Ordinal) || body.Contains($"\"{code}\"", StringComparison.Ordinal)));
        Assert.DoesNotContain(Phone, Running.Log.Text, StringComparison.Ordinal);
        Time.Advance(TimeSpan.FromHours(2));
        Assert.True(await Running.RunJobAsync("platform.phone-proof-sweep"));
        Assert.Equal(0, await InDatabaseAsync(database => database.Set<PhoneProof>().CountAsync(Stop)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("12345")]
    [InlineData("12800000001")]
    [InlineData("138000000012")]
    public async Task What_is_no_mobile_number_is_said_at_once(string typed) =>
        Assert.IsType<RegistrationError.BadPhone>((await Running.InScopeAsync(services => services.GetRequiredService<PhoneRegistration>().AskAsync(typed, Stop))).Error);

    private string Outgoing => Path.Combine(StateFolder, "outgoing");

    private async Task<Guid> AskAsync(string phone)
    {
        Time.Advance(TimeSpan.FromMilliseconds(1));   // codes sort by their moment
        var (proof, error) = await Running.InScopeAsync(services => services.GetRequiredService<PhoneRegistration>().AskAsync(phone, Stop));
        Assert.Null(error);
        await Running.Services.GetRequiredService<OutboxDispatcher>().DeliverAsync(Stop);
        return proof;
    }

    private async Task<string> SentAsync()
    {
        var file = Directory.GetFiles(Outgoing).Order(StringComparer.Ordinal).Last();
        using var notice = JsonDocument.Parse(await File.ReadAllTextAsync(file, Stop));
        Assert.StartsWith("138", notice.RootElement.GetProperty("phone").GetString(), StringComparison.Ordinal);
        return notice.RootElement.GetProperty("text").GetString()!;
    }

    private async Task<string> CodeAsync() => SixDigits().Match(await SentAsync()).Value;

    private Task<(Account? Account, RegistrationError? Error)> RegisterAsync(Guid proof, string code, string password = Password) =>
        Running.InScopeAsync(services => services.GetRequiredService<PhoneRegistration>().RegisterAsync(proof, code, "样例市民", password, Stop));

    private Task<Guid?> FindAsync(string phone) => Running.InScopeAsync(services => services.GetRequiredService<ContactService>().FindByPhoneAsync(phone, Stop));

    [GeneratedRegex("[0-9]{6}")]
    private static partial Regex SixDigits();
}

public sealed class SqlitePhoneRegistrationTests() : PhoneRegistrationTests(new TestDatabase.Sqlite());

public sealed class PostgreSqlPhoneRegistrationTests(PostgreSqlServer server) : PhoneRegistrationTests(new TestDatabase.PostgreSql(server));
