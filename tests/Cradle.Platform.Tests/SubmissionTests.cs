using Cradle.Platform.Audit;
using Cradle.Platform.Data;
using Cradle.Platform.Submissions;
using Cradle.Platform.Tests.Cases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Cradle.Platform.Tests;

public abstract class SubmissionTests(TestDatabase database) : CaseSuite(database)
{
    private static readonly Guid Key = new("0195a0c0-0000-7000-8000-000000000001");

    [Fact]
    public async Task A_form_sent_again_gets_the_first_receipt_and_makes_nothing_new()
    {
        var (first, repeated) = await SubmitAsync();
        var (again, isRepeat) = await SubmitAsync();
        Assert.Equal((false, true), (repeated, isRepeat));
        Assert.Equal(first.Receipt, again.Receipt);
        Assert.Equal(1, await InDatabaseAsync(database => database.Set<LeaveCase>().CountAsync(Stop)));
    }

    [Fact]
    public async Task A_form_sent_many_times_at_once_is_taken_once()
    {
        var receipts = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(SubmitAsync)));
        Assert.Single(receipts, receipt => !receipt.Repeated);
        Assert.Single(receipts.Select(receipt => receipt.Receipt.Receipt).Distinct());
        Assert.Equal(1, await InDatabaseAsync(database => database.Set<LeaveCase>().CountAsync(Stop)));
        Assert.True((await VerifyAsync()).Holds);
    }

    [Fact]
    public async Task A_key_of_another_form_is_refused()
    {
        await SubmitAsync();
        await Assert.ThrowsAsync<InvalidOperationException>(() => AsOfficerAsync("wang", services =>
            services.GetRequiredService<SubmitOnce>().TakeAsync(Key, "another-form", _ => Task.FromResult(Guid.Empty), Stop)));
    }

    [Fact]
    public void A_receipt_number_shows_the_day_and_a_mistyped_one_is_noticed()
    {
        var number = ReceiptNumber.New(new DateOnly(2026, 3, 2));
        Assert.StartsWith("20260302", number, StringComparison.Ordinal);
        Assert.True(ReceiptNumber.IsValid(number));
        // every single wrong digit is noticed: the property ISO 7064 MOD 11,10 is made for
        for (var place = 0; place < number.Length; place++)
        {
            for (var digit = '0'; digit <= '9'; digit++)
            {
                Assert.Equal(digit == number[place], ReceiptNumber.IsValid($"{number[..place]}{digit}{number[(place + 1)..]}"));
            }
        }

        Assert.False(ReceiptNumber.IsValid("2026030212345"));
    }

    private Task<(Submission Receipt, bool Repeated)> SubmitAsync() => AsOfficerAsync("wang", services =>
        services.GetRequiredService<SubmitOnce>().TakeAsync(Key, "leave", _ =>
        {
            var leave = new LeaveCase { Id = Guid.CreateVersion7(Time.GetUtcNow()), Days = 5 };
            services.GetRequiredService<PlatformDbContext>().Add(leave);
            services.GetRequiredService<AuditTrail>().Record("opened", leave.AuditSubject);
            return Task.FromResult(leave.Id);
        }, Stop));
}

public sealed class SqliteSubmissionTests() : SubmissionTests(new TestDatabase.Sqlite());

public sealed class PostgreSqlSubmissionTests(PostgreSqlServer server) : SubmissionTests(new TestDatabase.PostgreSql(server));
