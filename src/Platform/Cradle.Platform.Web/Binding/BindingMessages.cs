using Microsoft.AspNetCore.Mvc;

namespace Cradle.Platform.Web.Binding;

/// <summary>What the framework says when a value can't be read, in the reader's language.</summary>
internal static class BindingMessages
{
    public static void Set(MvcOptions options)
    {
        var messages = options.ModelBindingMessageProvider;
        messages.SetValueIsInvalidAccessor(value => Wording.Say($"“{value}”不是有效的内容，请重新填写", $"“{value}” can't be read; please enter it again"));
        messages.SetAttemptedValueIsInvalidAccessor((value, _) => Wording.Say($"“{value}”不是有效的内容，请重新填写", $"“{value}” can't be read; please enter it again"));
        messages.SetNonPropertyAttemptedValueIsInvalidAccessor(value => Wording.Say($"“{value}”不是有效的内容，请重新填写", $"“{value}” can't be read; please enter it again"));
        messages.SetUnknownValueIsInvalidAccessor(_ => Wording.Say("内容无效，请重新填写", "This can't be read; please enter it again"));
        messages.SetNonPropertyUnknownValueIsInvalidAccessor(() => Wording.Say("内容无效，请重新填写", "This can't be read; please enter it again"));
        messages.SetValueMustBeANumberAccessor(_ => Wording.Say("请填数字", "Enter a number"));
        messages.SetNonPropertyValueMustBeANumberAccessor(() => Wording.Say("请填数字", "Enter a number"));
        messages.SetValueMustNotBeNullAccessor(_ => Wording.Say("请填写这一项", "Fill in this field"));
        messages.SetMissingBindRequiredValueAccessor(_ => Wording.Say("请填写这一项", "Fill in this field"));
        messages.SetMissingKeyOrValueAccessor(() => Wording.Say("请填写这一项", "Fill in this field"));
        messages.SetMissingRequestBodyRequiredValueAccessor(() => Wording.Say("没有收到内容，请重新提交", "Nothing arrived; please send it again"));
    }
}
