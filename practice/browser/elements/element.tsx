import { Picture } from '../blocks/picture.tsx';
import { Button, FeedbackButtons } from './button.tsx';
import { Checkboxes, Radios } from './choices.tsx';
import { FileInput } from './file-input.tsx';
import { Overflow } from './overflow.tsx';
import { Picker } from './picker.tsx';
import { RichTextInput } from './rich-text-input.tsx';
import { Select } from './select.tsx';
import { TextInput } from './text-input.tsx';
import type { ElementProps } from './types.ts';

/** Anything in a block that can be pressed, chosen from or filled. */
export function Element(props: ElementProps) {
  const type = String(props.element.type);
  switch (type) {
    case 'button':
    case 'workflow_button':
    case 'icon_button':
      return <Button {...props} />;
    case 'feedback_buttons':
      return <FeedbackButtons {...props} />;
    case 'overflow':
      return <Overflow {...props} />;
    case 'image':
      return <Picture of={props.element} isSmall />;
    case 'plain_text_input':
    case 'email_text_input':
    case 'url_text_input':
    case 'number_input':
      return <TextInput {...props} />;
    case 'rich_text_input':
      return <RichTextInput {...props} />;
    case 'file_input':
      return <FileInput {...props} />;
    case 'checkboxes':
      return <Checkboxes {...props} />;
    case 'radio_buttons':
      return <Radios {...props} />;
    case 'datepicker':
    case 'timepicker':
    case 'datetimepicker':
      return <Picker {...props} />;
    default:
      return type.endsWith('_select') ? <Select {...props} /> : <code>[{type}]</code>;
  }
}
