using Cradle.Platform.Accounts;
using Cradle.Platform.Prints;
using Microsoft.Extensions.DependencyInjection;

namespace Cradle.Platform.Audit;

/// <summary>What the platform's own records are called.</summary>
internal static class PlatformRecords
{
    public static void AddNames(IServiceCollection services)
    {
        services.AddRecordNames(Account.SubjectType, database => database.Accounts.Select(account => new NumberedRecord { Id = account.Id, Number = account.UserName! }));
        services.AddRecordNames("account-contact", database => database.Accounts.Select(account => new NumberedRecord { Id = account.Id, Number = account.UserName! }), "~/account/contact");
        services.AddRecordNames("role-grant", database => from grant in database.Grants join account in database.Accounts on grant.AccountId equals account.Id select new NumberedRecord { Id = grant.Id, Number = account.UserName! });
        services.AddRecordNames("credential-reset", database => from reset in database.Set<CredentialReset>() join account in database.Accounts on reset.AccountId equals account.Id select new NumberedRecord { Id = reset.Id, Number = account.UserName! });
        services.AddRecordNames("print", database => database.Set<IssuedPrint>().Select(print => new NumberedRecord { Id = print.Id, Number = print.Number }));
        services.AddRecordNames("message", database => database.Outbox.Select(message => new NumberedRecord { Id = message.Id, Number = message.Name }));
    }
}
